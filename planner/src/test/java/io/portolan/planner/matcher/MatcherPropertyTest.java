package io.portolan.planner.matcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.address.Address;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Matchers against a plain walk over flows that are kept as numbers, packet by packet. */
class MatcherPropertyTest {
    private static final int WORLDS = 50;
    private static final int PACKETS = 20_000;
    private static final long[] HIGHS = {0, 0x2001_0db8_0000_0000L, 0x2001_0db8_0000_0001L, 0xfe80_0000_0000_0000L, -1};
    private static final int[] PORTS = {0, 1, 22, 80, 443, 1023, 1024, 49152, 65534, 65535};

    /** What the oracle knows of a flow: ends as pairs of numbers, in plain comparison. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plain(
            List<long[]> sources4,
            List<long[]> destinations4,
            List<long[]> sources6,
            List<long[]> destinations6,
            int protocol,
            int[] sourcePorts,
            int[] selectors,
            boolean answers) {
        boolean needs4(long source, long destination, int ofProtocol, int sourcePort, int selector) {
            return is(ofProtocol, sourcePort, selector) && in4(sources4, source) && in4(destinations4, destination);
        }

        boolean needs6(long[] source, long[] destination, int ofProtocol, int sourcePort, int selector) {
            return is(ofProtocol, sourcePort, selector) && in6(sources6, source) && in6(destinations6, destination);
        }

        private boolean is(int ofProtocol, int sourcePort, int selector) {
            boolean source = sourcePort < 0
                    ? sourcePorts[0] == 0 && sourcePorts[1] == 65535
                    : sourcePort >= sourcePorts[0] && sourcePort <= sourcePorts[1];
            return protocol == ofProtocol && source && selector >= selectors[0] && selector <= selectors[1];
        }

        private static boolean in4(List<long[]> ranges, long address) {
            return ranges.stream().anyMatch(range -> range[0] <= address && address <= range[1]);
        }

        private static boolean in6(List<long[]> ranges, long[] address) {
            return ranges.stream()
                    .anyMatch(range -> compare(range[0], range[1], address[0], address[1]) <= 0
                            && compare(address[0], address[1], range[2], range[3]) <= 0);
        }
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        return high != otherHigh ? Long.compareUnsigned(high, otherHigh) : Long.compareUnsigned(low, otherLow);
    }

    private record World(List<Plain> flows, MatcherBuilder builder) {}

    private static long address4(Random random) {
        long near = 0x0a00_0000L + random.nextInt(600);
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> 0xffff_ffffL;
            case 2 -> random.nextInt() & 0xffff_ffffL;
            default -> near;
        };
    }

    private static long[] address6(Random random) {
        long low = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> random.nextLong();
            default -> random.nextInt(600);
        };
        return new long[] {HIGHS[random.nextInt(HIGHS.length)], low};
    }

    private static int port(Random random) {
        return random.nextInt(4) == 0 ? random.nextInt(65_536) : PORTS[random.nextInt(PORTS.length)];
    }

    private static int[] ports(Random random) {
        int one = port(random);
        int other = random.nextBoolean() ? one : port(random);
        return new int[] {Math.min(one, other), Math.max(one, other)};
    }

    private static World world(Random random) {
        List<Plain> flows = new ArrayList<>();
        MatcherBuilder builder = PolicyMatcher.builder();
        int count = 1 + random.nextInt(30);
        for (int i = 0; i < count; i++) {
            List<long[]> sources4 = ranges4(random);
            List<long[]> destinations4 = ranges4(random);
            List<long[]> sources6 = ranges6(random);
            List<long[]> destinations6 = ranges6(random);
            int[] selectors = {0, 0};
            int[] sourcePorts = {0, 65535};
            Transport transport;
            int protocol = new int[] {6, 17, 6, 17, 1, 58, 47}[random.nextInt(7)];
            if (protocol == 6 || protocol == 17) {
                selectors = ports(random);
                sourcePorts = random.nextInt(3) == 0 ? ports(random) : sourcePorts;
                PortSet destinations = PortSet.ofRange(selectors[0], selectors[1]);
                PortSet sources = PortSet.ofRange(sourcePorts[0], sourcePorts[1]);
                transport = protocol == 6
                        ? Transport.tcp(destinations).from(sources)
                        : Transport.udp(destinations).from(sources);
            } else if (protocol == 47) {
                transport = Transport.ip(IpProtocol.GRE);
            } else {
                int type = random.nextInt(4);
                int code = random.nextInt(3) - 1;
                selectors = code < 0
                        ? new int[] {type * 256, type * 256 + 255}
                        : new int[] {type * 256 + code, type * 256 + code};
                transport = code < 0
                        ? protocol == 1 ? Transport.icmp(type) : Transport.icmpV6(type)
                        : protocol == 1 ? Transport.icmp(type, code) : Transport.icmpV6(type, code);
                if (protocol == 1) {
                    sources6 = List.of();
                } else {
                    sources4 = List.of();
                }
            }
            boolean answers = random.nextBoolean();
            flows.add(new Plain(
                    sources4, destinations4, sources6, destinations6, protocol, sourcePorts, selectors, answers));
            builder.flow(
                    "flow-" + i,
                    peers(sources4, sources6),
                    peers(destinations4, destinations6),
                    transport,
                    answers ? Optional.of(transport) : Optional.empty());
        }
        return new World(flows, builder);
    }

    private static List<long[]> ranges4(Random random) {
        List<long[]> ranges = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            long one = address4(random);
            long other = random.nextInt(3) == 0 ? address4(random) : one;
            ranges.add(new long[] {Math.min(one, other), Math.max(one, other)});
        }
        return ranges;
    }

    /** A range may not hold a part of the addresses that stand for IPv4. */
    private static List<long[]> ranges6(Random random) {
        List<long[]> ranges = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            long[] one = address6(random);
            long[] other = random.nextInt(3) == 0 ? address6(random) : one;
            boolean ascending = compare(one[0], one[1], other[0], other[1]) <= 0;
            long[] first = ascending ? one : other;
            long[] last = ascending ? other : one;
            if (first[0] == 0 && first[1] != 0) {
                first = new long[] {0, 0};
            }
            if (last[0] == 0) {
                last = new long[] {0, -1};
            }
            ranges.add(new long[] {first[0], first[1], last[0], last[1]});
        }
        return ranges;
    }

    private static Peers peers(List<long[]> ranges4, List<long[]> ranges6) {
        AddressSet.Builder addresses = AddressSet.builder();
        ranges4.forEach(range ->
                addresses.add(AddressRange.of(Address.ofIpv4((int) range[0]), Address.ofIpv4((int) range[1]))));
        ranges6.forEach(range ->
                addresses.add(AddressRange.of(Address.ofIpv6(range[0], range[1]), Address.ofIpv6(range[2], range[3]))));
        return Peers.of(addresses.build());
    }

    @Test
    void verdictsNameExactlyTheFlowsThatNeedAPacket() {
        Random random = new Random(17);
        int needed = 0;
        for (int w = 0; w < WORLDS; w++) {
            World world = world(random);
            PolicyMatcher compiled = world.builder().build();
            PolicyMatcher matcher = w % 2 == 0 ? compiled : PolicyMatcher.parse(compiled.toBytes());
            for (int i = 0; i < PACKETS; i++) {
                int protocol = new int[] {6, 17, 6, 17, 1, 58, 47, 50}[random.nextInt(8)];
                boolean selects = protocol != 47 && protocol != 50;
                int selector = !selects ? 0 : protocol == 1 || protocol == 58 ? random.nextInt(1100) : port(random);
                int sourcePort = random.nextInt(4) == 0 ? -1 : port(random);
                TreeSet<Integer> expected = new TreeSet<>();
                int verdict;
                if (random.nextBoolean()) {
                    long source = address4(random);
                    long destination = address4(random);
                    verdict = matcher.verdict((int) source, (int) destination, protocol, sourcePort, selector);
                    for (int flow = 0; flow < world.flows().size(); flow++) {
                        if (world.flows().get(flow).needs4(source, destination, protocol, sourcePort, selector)) {
                            expected.add(flow);
                        }
                    }
                } else {
                    long[] source = address6(random);
                    long[] destination = address6(random);
                    verdict = matcher.verdict(
                            source[0], source[1], destination[0], destination[1], protocol, sourcePort, selector);
                    for (int flow = 0; flow < world.flows().size(); flow++) {
                        if (world.flows().get(flow).needs6(source, destination, protocol, sourcePort, selector)) {
                            expected.add(flow);
                        }
                    }
                }
                assertThat(matcher.neededBy(verdict).asList()).containsExactlyElementsOf(expected);
                assertThat(matcher.isNeeded(verdict)).isEqualTo(!expected.isEmpty());
                expected.removeIf(flow -> !world.flows().get(flow).answers());
                assertThat(matcher.isAnswer(verdict)).isEqualTo(!expected.isEmpty());
                needed += matcher.isNeeded(verdict) ? 1 : 0;
            }
        }
        assertThat(needed).as("of a million packets").isBetween(50_000, 900_000);
    }

    @Test
    void rowsThatAreMadeLateSayTheSame() {
        Random random = new Random(5);
        PolicyMatcher matcher = world(random).builder().build();
        MatcherModel model = matcher.model();
        VerdictNumbers numbers = new VerdictNumbers(model.entries());
        Rows late =
                new Rows(model.sources(), model.destinations(), model.entries().size(), matcher.columns(), numbers, 0);
        for (int source = 0; source < model.sources().size(); source++) {
            for (int destination = 0; destination < model.destinations().size(); destination++) {
                int[] expected = matcher.row(source, destination);
                int[] made = late.of(source, destination);
                assertThat(late.of(source, destination)).isSameAs(made);
                for (int column = 0; column < expected.length; column++) {
                    assertThat(numbers.entries(made[column])).isEqualTo(matcher.entries(expected[column]));
                }
            }
        }
    }

    @Test
    void theBinaryFormReadsBackEqualAndIsTheSameAgain() {
        Random random = new Random(99);
        for (int i = 0; i < 100; i++) {
            PolicyMatcher matcher = world(random).builder().build();
            byte[] bytes = matcher.toBytes();
            PolicyMatcher back = PolicyMatcher.parse(bytes);
            assertThat(back).isEqualTo(matcher).hasSameHashCodeAs(matcher).hasToString(matcher.toString());
            assertThat(back.toBytes()).isEqualTo(bytes);
            assertThat(back.fingerprint()).isEqualTo(matcher.fingerprint()).hasSize(64);
        }
    }
}
