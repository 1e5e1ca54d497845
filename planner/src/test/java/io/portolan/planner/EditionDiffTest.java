package io.portolan.planner;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Flow;
import io.portolan.catalog.Service;
import io.portolan.planner.Lab.Role;
import org.junit.jupiter.api.Test;

class EditionDiffTest {
    private static final Catalog<Role> BEFORE = Lab.catalog(
            flow(Role.A, Role.B).tcp(Service.HTTP, 80),
            flow(Role.A, Role.C).tcp(Service.LDAP, 389),
            flow(Role.C, Role.D).tcp(Service.SMB, 445));
    private static final Catalog<Role> AFTER = Lab.catalog(
            flow(Role.A, Role.B).tcp(Service.HTTP, 8080),
            flow(Role.C, Role.D).tcp(Service.SMB, 445),
            flow(Role.E, Role.B).tcp(Service.HTTPS, 443));

    private final EditionDiff diff = EditionDiff.between(BEFORE, AFTER);

    @Test
    void tellsFlowsThatWereAddedRemovedAndChanged() {
        assertThat(diff.added()).extracting(Flow::id).containsExactly("lab.e.b.https-tcp");
        assertThat(diff.removed()).extracting(Flow::id).containsExactly("lab.a.c.ldap-tcp");
        assertThat(diff.changed()).singleElement().satisfies(change -> {
            assertThat(change.before().traffic()).hasToString("tcp 80");
            assertThat(change.after().traffic()).hasToString("tcp 8080");
        });
        assertThat(diff).hasToString("""
                        - a -> c: LDAP tcp 389, required [notes: Lab, text]
                        + e -> b: HTTPS tcp 443, required [notes: Lab, text]
                        ~ lab.a.b.http-tcp: [traffic tcp 80 => tcp 8080]""");
        assertThat(diff.isEmpty()).isFalse();
        assertThat(EditionDiff.between(BEFORE, BEFORE).isEmpty()).isTrue();
    }

    @Test
    void tellsWhichPlacesItTouches() {
        Topology topology = Topology.builder()
                .add(Place.host("a").address("10.0.0.1").endpoint(Role.A).build())
                .add(Place.host("d").address("10.0.0.4").endpoint(Role.D).build())
                .add(Place.host("e").address("10.0.0.5").endpoint(Role.E).build())
                .build();
        assertThat(diff.touched(topology)).extracting(Place::name).containsExactly("a", "e");
    }

    @Test
    void refusesTwoProducts() {
        Catalog<Role> other = Catalog.builder("other", "Other", Role.class)
                .edition(BEFORE.edition())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EditionDiff.between(BEFORE, other))
                .withMessage("not two editions of one catalog: lab and other");
    }
}
