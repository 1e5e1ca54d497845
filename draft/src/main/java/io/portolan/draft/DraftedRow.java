package io.portolan.draft;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;

/**
 * A row of a table as far as it was understood.
 *
 * @param heading where the table stands
 * @param number the place of the row under its heading, from 1
 * @param cells what it says, for a person to read
 * @param flows the flows; none if something stands in the way
 * @param doubts what a person must decide, in words; a row with flows can have doubts, too
 */
record DraftedRow(
        String heading,
        int number,
        ImmutableList<String> cells,
        ImmutableList<DraftedFlow> flows,
        ImmutableList<String> doubts) {

    /**
     * A flow that a row states.
     *
     * @param source who opens the connection
     * @param destination to whom
     * @param service what the packets carry
     * @param protocol TCP or UDP
     * @param ports the destination ports
     */
    record DraftedFlow(Party source, Party destination, String service, IpProtocol protocol, PortSet ports) {}
}
