package io.portolan.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.Service;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import io.portolan.planner.Lab.Role;
import io.portolan.planner.matcher.PolicyMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The matcher of a policy against a walk over its flows, which is what {@code allows} was before. */
class MatcherOfPolicyTest {
    private static final List<Role> ROLES = List.of(Role.values());

    private static Policy policy(Random random) {
        FlowDraft[] drafts = new FlowDraft[1 + random.nextInt(12)];
        for (int i = 0; i < drafts.length; i++) {
            Role source = ROLES.get(random.nextInt(ROLES.size()));
            Role destination = ROLES.get(random.nextInt(ROLES.size()));
            Service service = Service.of("s" + i, "S" + i);
            int first = random.nextInt(40);
            PortSpec ports = PortSpec.of(PortSet.ofRange(first, first + random.nextInt(10)));
            FlowDraft draft = FlowDraft.flow(source, destination);
            drafts[i] = random.nextBoolean() ? draft.tcp(service, ports) : draft.udp(service, ports);
        }
        List<Place.Builder> places = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Place.Builder host = Place.host("h" + i).address("10.0.0." + i);
            if (random.nextBoolean()) {
                host.address("2001:db8::" + Integer.toHexString(i));
            }
            for (Role role : ROLES) {
                if (random.nextInt(4) == 0) {
                    host.endpoint(role);
                }
            }
            places.add(host);
        }
        places.add(Place.network("net").address("10.0.0.5-10.0.0.20").endpoint(ROLES.get(random.nextInt(6))));
        return Lab.plan(Lab.topology(places.toArray(new Place.Builder[0])), drafts);
    }

    private static Packet packet(Random random) {
        PortSet port = PortSet.of(random.nextInt(50));
        Transport transport = random.nextBoolean() ? Transport.tcp(port) : Transport.udp(port);
        return random.nextBoolean()
                ? Packet.of("10.0.0." + random.nextInt(25), "10.0.0." + random.nextInt(25), transport)
                : Packet.of(
                        "2001:db8::" + Integer.toHexString(random.nextInt(12)),
                        "2001:db8::" + Integer.toHexString(random.nextInt(12)),
                        transport);
    }

    @Test
    void needsWhatSomeFlowNeeds() {
        Random random = new Random(1);
        for (int i = 0; i < 50; i++) {
            Policy policy = policy(random);
            PolicyMatcher matcher = policy.matcher();
            for (int j = 0; j < 2000; j++) {
                Packet packet = packet(random);
                TreeSet<Integer> flows = new TreeSet<>();
                for (int flow = 0; flow < policy.flows().size(); flow++) {
                    if (packet.isIn(policy.flows().get(flow).box())) {
                        flows.add(flow);
                    }
                }
                assertThat(matcher.neededBy(packet.verdict(matcher)).asList()).containsExactlyElementsOf(flows);
                assertThat(policy.allows(packet)).isEqualTo(!flows.isEmpty());
            }
            assertThat(matcher.flows())
                    .isEqualTo(policy.causes().stream().map(Cause::id).toList());
        }
    }
}
