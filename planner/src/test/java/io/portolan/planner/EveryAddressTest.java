package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.Service;
import io.portolan.planner.Lab.Role;
import io.portolan.site.Site;
import org.junit.jupiter.api.Test;

/** Clients that may be anywhere, beside names that stand for some of their addresses. */
class EveryAddressTest {
    private static final OutsideSite CLOUD = OutsideSite.builder()
            .id("cloud")
            .title("Cloud")
            .address("cloud.example.com")
            .build();

    private static Policy policy() {
        Topology topology = Topology.builder()
                .add(Place.network("internet").anyAddress().endpoint(Role.A).build())
                .add(Place.host("web")
                        .address("192.0.2.1")
                        .address("2001:db8::1")
                        .endpoint(Role.B)
                        .build())
                .build();
        return Planner.plan(
                topology,
                Site.empty()
                        .resolve(Lab.catalog(
                                flow(Role.A, Role.B).tcp(Service.HTTPS, 443),
                                flow(Role.B, CLOUD).tcp(Service.HTTPS, 443))));
    }

    @Test
    void haveNoExcessWhereTheRulesAreThoseOfThePolicy() {
        assertThat(Audit.compare(policy(), ObservedRules.of(policy().rules())).isClean())
                .isTrue();
    }
}
