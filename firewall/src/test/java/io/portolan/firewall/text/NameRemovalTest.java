package io.portolan.firewall.text;

import static io.portolan.catalog.FlowDraft.flow;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Service;
import io.portolan.firewall.api.Limitation;
import io.portolan.planner.Place;
import io.portolan.planner.Planner;
import io.portolan.planner.Policy;
import io.portolan.planner.Rule;
import io.portolan.planner.Topology;
import io.portolan.planner.address.OutsideName;
import io.portolan.site.Site;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A host that asks a server and a name for the same: one rule of the policy, two things to say. */
class NameRemovalTest {
    private enum Role implements ProductRole {
        CLIENT,
        SERVER;

        @Override
        public String title() {
            return name();
        }
    }

    private static final Document NOTES = Document.builder()
            .id("notes")
            .title("Notes")
            .publisher("Tests")
            .address("https://example.com/notes")
            .date(LocalDate.of(2026, 11, 1))
            .build();
    private static final OutsideSite CLOUD = OutsideSite.builder()
            .id("cloud")
            .title("Cloud")
            .address("*.cloud.example")
            .build();

    private static Policy policy() {
        Catalog<Role> catalog = Catalog.builder("shop", "Shop", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(NOTES.date())
                        .addDocuments(NOTES)
                        .build())
                .flows(
                        flow(Role.CLIENT, Role.SERVER)
                                .tcp(Service.HTTPS, 443)
                                .purpose("orders")
                                .cite(NOTES.heading("Shop").place("text")),
                        flow(Role.CLIENT, CLOUD)
                                .tcp(Service.HTTPS, 443)
                                .purpose("pays")
                                .cite(NOTES.heading("Shop").place("text")))
                .build();
        Topology topology = Topology.builder()
                .add(Place.host("client")
                        .address("10.0.0.1")
                        .endpoint(Role.CLIENT)
                        .build())
                .add(Place.host("server")
                        .address("10.0.0.2")
                        .endpoint(Role.SERVER)
                        .build())
                .build();
        return Planner.plan(topology, Site.empty().resolve(catalog));
    }

    @Test
    void limitationsTellOfTheirOwnFlows() {
        Policy policy = policy();
        assertThat(policy.rules()).hasSize(1);
        NameRemoval known = NameRemoval.of(policy, ImmutableSet.of());
        assertThat(known.limitations())
                .extracting(Limitation::rule)
                .extracting(Rule::toString)
                .containsExactly("10.0.0.1 -> *.cloud.example: tcp 443 (shop.client.cloud.https-tcp)");
        assertThat(known.policy().rules())
                .extracting(Rule::toString)
                .containsExactly("10.0.0.1 -> 10.0.0.2: tcp 443 (shop.client.server.https-tcp)");
    }

    @Test
    void namesThatAreKnownStay() {
        Policy policy = policy();
        NameRemoval known = NameRemoval.of(policy, ImmutableSet.of(OutsideName.Kind.WILDCARD));
        assertThat(known.policy()).isSameAs(policy);
        assertThat(known.limitations()).isEmpty();
    }
}
