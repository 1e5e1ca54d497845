package io.portolan.firewall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.windows.Sample;
import io.portolan.net.IcmpTransport;
import io.portolan.net.PortTransport;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import java.util.Collection;

/**
 * Holds what an audit says of a packet against all that may become of it, as an evaluator tells: one answer where everything
 * is known, both where it depends.
 */
public final class AuditJudge {
    private AuditJudge() {}

    /**
     * Checks one packet between two hosts.
     *
     * @param mayPass what may become of it: true if it passes, false if not
     */
    public static void check(
            Policy policy, AuditReport report, Sample packet, Collection<Boolean> mayPass, String why) {
        assertThat(mayPass).isNotEmpty();
        boolean passes = mayPass.contains(true);
        boolean certain = !passes || !mayPass.contains(false);
        if (policy.allows(packet.packet())) {
            if (has(report, Kind.MET, packet)) {
                assertThat(passes && certain)
                        .as(() -> "met, but " + mayPass + ": " + packet + why)
                        .isTrue();
            }
            if (has(report, Kind.MISSING, packet) && !has(report, Kind.MET, packet)) {
                assertThat(passes)
                        .as(() -> "missing, but " + mayPass + ": " + packet + why)
                        .isFalse();
            }
            return;
        }
        boolean excess = has(report, Kind.EXCESS, packet);
        if (passes) {
            assertThat(excess || has(report, Kind.POSSIBLE_EXCESS, packet))
                    .as(() -> "silent on what is open: " + packet + why)
                    .isTrue();
        }
        // what is said of every other protocol is one finding, whichever they are
        if (excess && report.of(Kind.EXCESS).stream().anyMatch(finding -> holds(finding.rule(), packet))) {
            assertThat(passes && certain)
                    .as(() -> "excess, but " + mayPass + ": " + packet + why)
                    .isTrue();
        }
    }

    private static boolean has(AuditReport report, Kind kind, Sample packet) {
        for (Finding finding : report.of(kind)) {
            boolean anyOther = finding.detail().orElse("").contains("every other protocol")
                    && finding.rule().sources().addresses().contains(packet.source())
                    && finding.rule().destinations().addresses().contains(packet.destination());
            if (anyOther || holds(finding.rule(), packet)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a packet is one of a rule, by numbers alone. */
    public static boolean holds(Rule rule, Sample packet) {
        if (rule.transport().protocol().number() != packet.protocol()
                || !rule.sources().addresses().contains(packet.source())
                || !rule.destinations().addresses().contains(packet.destination())) {
            return false;
        }
        if (rule.transport() instanceof PortTransport ports) {
            return ports.sourcePorts().contains(packet.first())
                    && ports.destinationPorts().contains(packet.second());
        }
        return !(rule.transport() instanceof IcmpTransport icmp)
                || (icmp.type().orElse(packet.first()) == packet.first()
                        && icmp.code().orElse(packet.second()) == packet.second());
    }
}
