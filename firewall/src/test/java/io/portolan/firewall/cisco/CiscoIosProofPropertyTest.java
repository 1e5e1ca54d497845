package io.portolan.firewall.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.CiscoIos;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.windows.Sample;
import io.portolan.firewall.windows.Samples;
import io.portolan.firewall.windows.Voyage;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortTransport;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Sites by chance, and what a router that reads the lists lets pass. */
class CiscoIosProofPropertyTest {
    @Provide
    Arbitrary<Random> randoms() {
        return Arbitraries.longs().map(Random::new);
    }

    @Property(tries = 150)
    void listsPermitThePolicyAndItsAnswersAndNothingElse(@ForAll("randoms") Random random) {
        Policy policy = new Voyage(random).policy();
        Rendering rendering = CiscoIos.render(policy);
        IosRouter router = new IosRouter();
        router.load(rendering.files().get(0).text());
        List<Rule> answers = policy.replies();
        Samples samples = new Samples(random);
        samples.near(policy.rules(), 12);
        samples.near(answers, 12);
        for (Sample packet : Samples.once(samples.between(policy.topology(), policy.rules(), 60))) {
            boolean discovery = packet.protocol() == 58 && (packet.first() == 135 || packet.first() == 136);
            if (packet.protocol() == 0 || discovery || isOneHost(policy, packet)) {
                continue;
            }
            boolean asked = policy.allows(packet.packet());
            boolean answered = answers.stream().anyMatch(rule -> holds(rule, packet));
            assertThat(router.permits("PORTOLAN", packet, true))
                    .as(() -> packet + " established, " + policy + rendering)
                    .isEqualTo(asked || answered);
            assertThat(router.permits("PORTOLAN", packet, false))
                    .as(() -> packet + " first, " + policy + rendering)
                    .isEqualTo(asked || (answered && packet.protocol() != 6));
        }
        assertThat(rendering.limitations().stream().anyMatch(each -> each.kind() == Limitation.Kind.PROTOCOL))
                .isEqualTo(policy.rules().stream()
                        .anyMatch(rule -> rule.transport().protocol() == IpProtocol.of(0)));
    }

    @Property(tries = 30)
    void aSecondLoadReplacesTheFirst(@ForAll("randoms") Random random) {
        IosRouter router = new IosRouter();
        router.load(CiscoIos.render(new Voyage(random).policy()).files().get(0).text());
        String second =
                CiscoIos.render(new Voyage(random).policy()).files().get(0).text();
        router.load(second);
        IosRouter fresh = new IosRouter();
        fresh.load(second);
        assertThat(router.lists()).isEqualTo(fresh.lists());
    }

    private static boolean holds(Rule rule, Sample packet) {
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

    private static boolean isOneHost(Policy policy, Sample packet) {
        return packet.source().equals(packet.destination())
                || policy.topology().places().stream()
                        .anyMatch(place -> place.kind() == Place.Kind.HOST
                                && place.peers().addresses().contains(packet.source())
                                && place.peers().addresses().contains(packet.destination()));
    }
}
