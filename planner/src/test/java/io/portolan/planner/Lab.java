package io.portolan.planner;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.ProductRole;
import io.portolan.site.Site;
import java.time.LocalDate;

/** A product of six roles without flows of its own: each test writes those that it needs. */
final class Lab {
    enum Role implements ProductRole {
        A,
        B,
        C,
        D,
        E,
        F;

        @Override
        public String title() {
            return name();
        }
    }

    static final Document NOTES = Document.builder()
            .id("notes")
            .title("Notes")
            .publisher("Lab")
            .address("https://lab.example/notes")
            .date(LocalDate.of(2026, 1, 1))
            .build();

    static final Citation PLACE = NOTES.heading("Lab").place("text");

    private Lab() {}

    static CatalogBuilder<Role> builder() {
        return Catalog.builder("lab", "Lab", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(NOTES.date())
                        .addDocuments(NOTES)
                        .build());
    }

    /** The policy of a site without answers. */
    static Policy plan(Topology topology, FlowDraft... flows) {
        return Planner.plan(topology, Site.empty().resolve(catalog(flows)));
    }

    static Topology topology(Place.Builder... places) {
        Topology.Builder topology = Topology.builder();
        for (Place.Builder place : places) {
            topology.add(place.build());
        }
        return topology.build();
    }

    /** A host that is called like its role. */
    static Place.Builder host(Role role, String... addresses) {
        Place.Builder host = Place.host(role.id() + "1").endpoint(role);
        for (String address : addresses) {
            host.address(address);
        }
        return host;
    }

    static Catalog<Role> catalog(FlowDraft... flows) {
        for (FlowDraft flow : flows) {
            flow.cite(PLACE).purpose("tests");
        }
        return builder().flows(flows).build();
    }
}
