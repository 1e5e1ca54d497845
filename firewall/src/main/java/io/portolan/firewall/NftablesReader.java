package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.json.JsonReader;
import io.portolan.firewall.linux.NftListing;
import io.portolan.planner.ObservedRules;

/**
 * Reads what {@code nft -j list ruleset} prints, with or without {@code -n}.
 *
 * <p>What a packet needs to pass is that each base chain on its way lets it: for a firewall between networks those at
 * prerouting, forward and postrouting, for a host those at prerouting and input or at output and postrouting, of all tables.
 * Chains that translate addresses are not read: rules are taken for packets as the filter sees them. Rules are read for
 * packets that begin a connection: {@code ct state established} or {@code invalid} alone matches none, {@code new} all.
 * Packets within a host, on {@code lo}, are not looked at.
 *
 * <p>Understood are addresses, ports, protocols, types and codes of ICMP, sets, maps of verdicts, concatenations, chains
 * that lead to others, and SYN. Interfaces, marks, limits, sets that change by themselves and whatever else is there make a
 * rule one that may match less; a verdict that is not known, such as that of a program behind {@code queue}, one of which
 * nobody knows.
 */
public final class NftablesReader {
    private NftablesReader() {}

    /**
     * Reads a listing.
     *
     * @param text what the firewall lists
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not such a listing
     */
    public static ObservedRules read(String text, ReadOptions options) {
        return NftListing.read(JsonReader.read(text), options);
    }
}
