package io.portolan.planner.matcher;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.portolan.planner.matcher.Entry.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Tells which flows need a packet, within some nanoseconds: a trie gives the class of each address, tables the class of
 * ports, and a matrix the verdict, which is a number. Packets with one verdict have the same flows.
 *
 * <pre>{@code
 * PolicyMatcher matcher = policy.matcher();
 * int verdict = matcher.verdict(source, destination, 6, 50123, 443);   // IPv4 as int, TCP
 * if (matcher.isNeeded(verdict)) {
 *     matcher.neededBy(verdict);                                       // positions in matcher.flows()
 * }
 * }</pre>
 *
 * <p>Protocols are numbers from 0 to 255. What is called selector here is the destination port under TCP and UDP, {@code type
 * * 256 + code} under ICMP and ICMPv6, and of no meaning under other protocols. A source port of -1 is not known: then only
 * flows match to which it does not matter. A selector of -1 is not known either: then no flow of TCP, UDP or ICMP matches.
 * Other numbers must be from 0 to 65535; they are not checked.
 *
 * <p>Answers are asked for like the question: the verdict on what a client would have sent, {@code verdict(destination,
 * source, protocol, destination port, source port)} of the answer, tells with {@link #isAnswer} whether it answers a flow.
 *
 * <p>Immutable and safe for many threads. Nothing is allocated for a verdict, unless so many hosts differ that a matrix would
 * have more than 16 million cells; then rows are made when they are first asked for.
 */
public final class PolicyMatcher {
    private static final int CERTAIN = Kind.NEEDED.bit();

    private final MatcherModel model;
    private final Ipv4Trie ipv4;
    private final Ipv6Trie ipv6;
    private final PortColumns columns;
    private final VerdictNumbers verdicts;
    private final Rows rows;

    /** The class of sources of each address class, and so on: copies, which are nearer than the model. */
    private final int[] sourceClass;

    private final int[] destinationClass;
    private final boolean[] known;

    PolicyMatcher(MatcherModel model) {
        this.model = model;
        this.ipv4 = new Ipv4Trie(model.ipv4());
        this.ipv6 = new Ipv6Trie(model.ipv6());
        this.columns = new PortColumns(model.entries());
        this.verdicts = new VerdictNumbers(model.entries());
        this.rows =
                new Rows(model.sources(), model.destinations(), model.entries().size(), columns, verdicts);
        this.sourceClass = model.sourceClass().clone();
        this.destinationClass = model.destinationClass().clone();
        this.known = model.known().clone();
    }

    /**
     * Starts a matcher without flows. {@code Policy.matcher()} makes that of a policy.
     *
     * @return a builder
     */
    public static MatcherBuilder builder() {
        return new MatcherBuilder();
    }

    /**
     * Reads the binary form.
     *
     * @param bytes what {@link #toBytes} returned
     * @return an equal matcher
     * @throws IllegalArgumentException if the bytes are anything else: another format or version, cut, or changed
     */
    public static PolicyMatcher parse(byte[] bytes) {
        return new PolicyMatcher(MatcherReader.read(bytes));
    }

    /**
     * Returns the binary form, which is the same on every machine and carries version and fingerprint.
     *
     * @return bytes, some hundred kilobytes for ten thousand hosts
     */
    public byte[] toBytes() {
        return MatcherWriter.write(model);
    }

    /**
     * Returns a hash of everything that the matcher was made of: two policies with equal fingerprints need the same packets
     * for the same flows.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        return model.fingerprint();
    }

    /**
     * Returns the flows.
     *
     * @return short names by position, in the order of the policy
     */
    public ImmutableList<String> flows() {
        return model.flows();
    }

    /**
     * Returns the verdict on a packet of IPv4.
     *
     * @param source the 32 bits of the source address
     * @param destination the 32 bits of the destination address
     * @param protocol the number of the protocol
     * @param sourcePort the source port, or -1
     * @param selector the destination port, or the type and code of ICMP, or -1
     * @return a number for {@link #isNeeded} and its like; 0 if no flow has to do with the packet
     */
    public int verdict(int source, int destination, int protocol, int sourcePort, int selector) {
        int column = columns.ipv4(protocol, sourcePort, selector);
        return rows.of(sourceClass[ipv4.find(source)], destinationClass[ipv4.find(destination)])[column];
    }

    /**
     * Returns the verdict on a packet of IPv6.
     *
     * @param sourceHigh the upper 64 bits of the source address
     * @param sourceLow the lower 64 bits of the source address
     * @param destinationHigh the upper 64 bits of the destination address
     * @param destinationLow the lower 64 bits of the destination address
     * @param protocol the number of the protocol
     * @param sourcePort the source port, or -1
     * @param selector the destination port, or the type and code of ICMP, or -1
     * @return a number for {@link #isNeeded} and its like; 0 if no flow has to do with the packet
     */
    public int verdict(
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            int protocol,
            int sourcePort,
            int selector) {
        int column = columns.ipv6(protocol, sourcePort, selector);
        return rows.of(
                        sourceClass[ipv6.find(sourceHigh, sourceLow)],
                        destinationClass[ipv6.find(destinationHigh, destinationLow)])[column];
    }

    /**
     * Tells whether the topology has an IPv4 address.
     *
     * @param address the 32 bits of the address
     * @return whether a place has it
     */
    public boolean isKnown(int address) {
        return known[ipv4.find(address)];
    }

    /**
     * Tells whether the topology has an IPv6 address.
     *
     * @param high the upper 64 bits of the address
     * @param low the lower 64 bits of the address
     * @return whether a place has it
     */
    public boolean isKnown(long high, long low) {
        return known[ipv6.find(high, low)];
    }

    /**
     * Tells whether a flow needs the packet: the same as {@code Policy.allows}.
     *
     * @param verdict a verdict of this matcher
     * @return whether there is such a flow
     */
    public boolean isNeeded(int verdict) {
        return (verdicts.kinds(verdict) & CERTAIN) != 0;
    }

    /**
     * Tells whether the packet, asked for like its question, answers what a flow needs.
     *
     * @param verdict a verdict of this matcher on the exchanged packet
     * @return whether there is such a flow
     */
    public boolean isAnswer(int verdict) {
        return (verdicts.kinds(verdict) & Kind.ANSWER.bit()) != 0;
    }

    /**
     * Tells whether a flow would need the packet if the address that is not ours is that of a name outside.
     *
     * @param verdict a verdict of this matcher
     * @return whether there is such a flow
     */
    public boolean mayBeNeeded(int verdict) {
        return (verdicts.kinds(verdict) & Kind.NAMED.bit()) != 0;
    }

    /**
     * Tells whether the packet, asked for like its question, would answer a flow if the address that is not ours is that of a
     * name outside.
     *
     * @param verdict a verdict of this matcher on the exchanged packet
     * @return whether there is such a flow
     */
    public boolean mayBeAnswer(int verdict) {
        return (verdicts.kinds(verdict) & Kind.NAMED_ANSWER.bit()) != 0;
    }

    /**
     * Returns the flows that need the packet.
     *
     * @param verdict a verdict of this matcher
     * @return positions in {@link #flows()}, ascending
     */
    public ImmutableIntArray neededBy(int verdict) {
        return flows(verdict, Kind.NEEDED);
    }

    /**
     * Returns the flows that the packet, asked for like its question, answers.
     *
     * @param verdict a verdict of this matcher on the exchanged packet
     * @return positions in {@link #flows()}, ascending
     */
    public ImmutableIntArray answered(int verdict) {
        return flows(verdict, Kind.ANSWER);
    }

    /**
     * Returns the flows that would need the packet if the address that is not ours is that of a name outside.
     *
     * @param verdict a verdict of this matcher
     * @return positions in {@link #flows()}, ascending
     */
    public ImmutableIntArray maybeNeededBy(int verdict) {
        return flows(verdict, Kind.NAMED);
    }

    private ImmutableIntArray flows(int verdict, Kind kind) {
        ImmutableIntArray.Builder flows = ImmutableIntArray.builder();
        ImmutableIntArray entries = entries(verdict);
        for (int i = 0; i < entries.length(); i++) {
            Entry entry = model.entries().get(entries.get(i));
            if (entry.is(kind)) {
                flows.add(entry.flow());
            }
        }
        return flows.build();
    }

    /**
     * Returns how many verdicts there are.
     *
     * @return one more than the largest verdict so far
     */
    public int verdictCount() {
        return verdicts.size();
    }

    /**
     * Returns the matcher as tables for SQL.
     *
     * @return tables and the query over them
     */
    public MatcherTables tables() {
        return new MatcherTables(this);
    }

    ImmutableIntArray entries(int verdict) {
        return verdicts.entries(verdict);
    }

    int class4(int address) {
        return ipv4.find(address);
    }

    int class6(long high, long low) {
        return ipv6.find(high, low);
    }

    MatcherModel model() {
        return model;
    }

    PortColumns columns() {
        return columns;
    }

    int[] row(int source, int destination) {
        return rows.of(source, destination);
    }

    /** Tells whether the other object was made of the same flows and addresses. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PolicyMatcher that && model.equals(that.model);
    }

    @Override
    public int hashCode() {
        return model.hashCode();
    }

    /** Returns the number of flows and the fingerprint. */
    @Override
    public String toString() {
        return model.toString();
    }
}
