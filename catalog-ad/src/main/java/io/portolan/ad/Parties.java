package io.portolan.ad;

import static io.portolan.ad.ActiveDirectory.Role.MEMBER;
import static io.portolan.ad.ActiveDirectory.Role.TRUSTED_DOMAIN_CONTROLLER;
import static io.portolan.ad.ActiveDirectory.Role.TRUSTING_DOMAIN_CONTROLLER;
import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.DNS_SERVER;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;

import io.portolan.ad.ActiveDirectory.Features;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Row;
import java.util.function.UnaryOperator;

/**
 * The pairs of hosts for which a row of the article's tables stands: a member and a domain controller, two domain controllers
 * of one forest, and the domain controllers of the two sides of a trust.
 */
final class Parties {
    private static final String HOLDER_NOTE =
            "The article says nothing of it, but only a domain controller that holds the global catalog listens on this"
                    + " port.";

    private Parties() {}

    static FlowDraft member() {
        return flow(MEMBER, DOMAIN_CONTROLLER);
    }

    static FlowDraft controllers() {
        return flow(DOMAIN_CONTROLLER, DOMAIN_CONTROLLER);
    }

    static FlowDraft trusting() {
        return flow(TRUSTING_DOMAIN_CONTROLLER, TRUSTED_DOMAIN_CONTROLLER).erratum(AdErrata.TRUST_DIRECTION);
    }

    /** The way back, which only a two-way trust needs. */
    static FlowDraft trusted() {
        return flow(TRUSTED_DOMAIN_CONTROLLER, TRUSTING_DOMAIN_CONTROLLER)
                .when(Features.TWO_WAY_TRUST)
                .erratum(AdErrata.TRUST_DIRECTION);
    }

    static FlowDraft outsideTunnel(FlowDraft draft) {
        return draft.unless(Features.TRUST_OVER_PPTP);
    }

    /** Returns a row that holds for all pairs alike. */
    static Row row(int number, UnaryOperator<FlowDraft> service) {
        return row(number, service, service);
    }

    /** Returns a row whose service is another, or needed for other reasons, between the sides of a trust. */
    static Row row(int number, UnaryOperator<FlowDraft> inForest, UnaryOperator<FlowDraft> acrossTrust) {
        return Row.row(
                number,
                inForest.apply(member()),
                inForest.apply(controllers()),
                outsideTunnel(acrossTrust.apply(trusting())),
                outsideTunnel(acrossTrust.apply(trusted())));
    }

    /** Returns a row of what replicates between the domain controllers of one domain. */
    static Row replicationRow(int number, UnaryOperator<FlowDraft> service) {
        return Row.row(number, service.apply(controllers()).erratum(AdErrata.REPLICATION_AMONG_TRUSTS));
    }

    /** Returns a row of the global catalog, which some domain controllers hold, or all. */
    static Row globalCatalogRow(int number, UnaryOperator<FlowDraft> service) {
        return Row.row(
                number,
                service.apply(flow(MEMBER, GLOBAL_CATALOG)).note(HOLDER_NOTE),
                service.apply(flow(DOMAIN_CONTROLLER, GLOBAL_CATALOG)).note(HOLDER_NOTE),
                service.apply(member().when(Features.GLOBAL_CATALOG_EVERYWHERE)),
                outsideTunnel(service.apply(trusting())).note(HOLDER_NOTE),
                outsideTunnel(service.apply(trusted())).note(HOLDER_NOTE));
    }

    /** Returns a row of DNS, which domain controllers serve, or servers of their own. */
    static Row dnsRow(int number, UnaryOperator<FlowDraft> service) {
        return Row.row(
                number,
                service.apply(flow(MEMBER, DNS_SERVER)),
                service.apply(flow(DOMAIN_CONTROLLER, DNS_SERVER)),
                service.apply(member().when(Features.DNS_ON_DOMAIN_CONTROLLERS)),
                outsideTunnel(service.apply(trusting())),
                outsideTunnel(service.apply(trusted())));
    }
}
