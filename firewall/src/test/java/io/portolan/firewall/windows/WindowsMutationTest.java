package io.portolan.firewall.windows;

import io.portolan.firewall.WindowsFirewallReader;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.testing.AuditJudge;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules of hosts that somebody changed, in each form of listing: nothing is met that is closed, nothing open goes unsaid. */
class WindowsMutationTest {
    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areReadAsTheyDecide(long seed) {
        Random random = new Random(seed);
        Policy site = new Voyage(random).policy();
        for (Place host : site.topology().places()) {
            if (host.kind() == Place.Kind.HOST && !host.peers().isEmpty()) {
                check(site, host, random, (int) (seed % 3));
            }
        }
    }

    private static void check(Policy site, Place host, Random random, int form) {
        WindowsListing listing = new WindowsListing();
        for (Rule rule : site.inbound(host).rules()) {
            listing.allow(rule, true);
        }
        for (Rule rule : site.outbound(host).rules()) {
            listing.allow(rule, false);
        }
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            listing.mutate(random);
        }
        boolean trusting = form == 1 || random.nextBoolean();
        ReadOptions options = ReadOptions.forHost(host);
        String text = switch (form) {
            case 0 -> listing.json();
            case 1 -> listing.netsh();
            default -> listing.registry();
        };
        Policy policy = site.involving(host);
        AuditReport report = Audit.compare(
                policy, WindowsFirewallReader.read(text, trusting ? options.trustingPrograms() : options));
        Samples samples = new Samples(random);
        samples.near(policy.rules(), 6);
        for (Sample packet : Samples.once(samples.between(policy.topology(), policy.rules(), 60))) {
            boolean from = host.peers().addresses().contains(packet.source());
            boolean to = host.peers().addresses().contains(packet.destination());
            if (from != to) {
                AuditJudge.check(policy, report, packet, listing.outcomes(packet, to, trusting), "\n" + text);
            }
        }
    }
}
