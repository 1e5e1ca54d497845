package io.portolan.flowlogs;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Excerpts;
import io.portolan.net.IpProtocol;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** How one kind of log calls its fields, and what their values mean. */
abstract class Dialect {
    private static final ImmutableMap<String, Integer> OTHER_NAMES =
            ImmutableMap.of("ipv6-icmp", 58, "icmp6", 58, "icmpv4", 1, "t", 6, "u", 17);

    private final ImmutableMap<String, Field> fields;
    final ZoneId zone;
    private final Map<String, Integer> protocols = new HashMap<>(OTHER_NAMES);

    Dialect(ImmutableMap<String, Field> fields, ZoneId zone) {
        this.fields = fields;
        this.zone = zone;
    }

    /** Returns what each name stands for; names are in lower case. */
    final ImmutableMap<String, Field> fields() {
        return fields;
    }

    /**
     * Reads a record.
     *
     * @return whether it is one of traffic; other events are none, and not broken
     * @throws BrokenRecord if a value is none of its field
     */
    abstract boolean read(RawRecord raw, FlowRecord.Builder record);

    /** Reads addresses, ports and protocol, which all kinds have. */
    final void readEnds(RawRecord raw, FlowRecord.Builder record) {
        raw.addresses(record, Field.SOURCE, Field.DESTINATION);
        int protocol = protocol(raw);
        if (protocol >= 0) {
            record.protocol(protocol);
        }
        if (!FlowRecord.isIcmp(protocol)) {
            record.ports(raw.port(Field.SOURCE_PORT), raw.port(Field.DESTINATION_PORT));
        } else if (raw.has(Field.ICMP_TYPE)) { // many logs give 0 as the ports of ICMP, which is no type
            record.icmp(
                    raw.number(Field.ICMP_TYPE, 0, 255),
                    raw.has(Field.ICMP_CODE) ? raw.number(Field.ICMP_CODE, 0, 255) : 0);
        }
    }

    final int protocol(RawRecord raw) {
        if (!raw.has(Field.PROTOCOL)) {
            return -1;
        }
        if (raw.is(Field.PROTOCOL, "6") || raw.is(Field.PROTOCOL, "tcp")) {
            return 6;
        }
        if (raw.is(Field.PROTOCOL, "17") || raw.is(Field.PROTOCOL, "udp")) {
            return 17;
        }
        String name = Ascii.toLowerCase(raw.text(Field.PROTOCOL));
        Integer known = protocols.get(name);
        if (known == null) {
            known = named(name);
            protocols.put(name, known);
        }
        return known;
    }

    private static int named(String name) {
        try {
            return IpProtocol.parse(name).number();
        } catch (IllegalArgumentException e) {
            throw new BrokenRecord("protocol: " + Excerpts.quote(name) + " is not known; expected a name or 0-255");
        }
    }

    static Action action(RawRecord raw, String accepted, String rejected) {
        if (raw.is(Field.ACTION, accepted)) {
            return Action.ACCEPTED;
        }
        return raw.is(Field.ACTION, rejected) ? Action.REJECTED : Action.NOT_TOLD;
    }
}
