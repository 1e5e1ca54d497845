package io.portolan.windows;

import static io.portolan.catalog.FlowDraft.flow;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Condition;
import io.portolan.catalog.Erratum;
import io.portolan.catalog.Flow;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.Necessity;
import io.portolan.windows.Windows.Features;
import io.portolan.windows.Windows.Role;
import io.portolan.windows.Windows.SysvolReplication;

/** What must be open towards a domain controller, made of the flows to the services on which Active Directory depends. */
final class DomainController {
    private DomainController() {}

    static Catalog<Role> read(Catalog<Role> services) {
        CatalogBuilder<Role> catalog = Catalog.builder(
                        "windows-domain-controller", "Windows domain controller", Role.class)
                .edition(services.edition());
        for (Role service : Windows.activeDirectoryServices()) {
            for (Flow flow : services.flowsTo(service)) {
                catalog.flows(towardsDomainController(service, flow));
            }
        }
        return catalog.build();
    }

    private static FlowDraft towardsDomainController(Role service, Flow flow) {
        FlowDraft draft = flow(flow.source(), Infrastructure.DOMAIN_CONTROLLER)
                .over(flow.service(), flow.traffic())
                .cast(flow.cast())
                .purpose(flow.purpose())
                .variant(service.id() + variant(flow));
        if (flow.replyPorts().isPresent()) {
            draft.repliesFrom(flow.replyPorts().get());
        }
        if (flow.necessity() == Necessity.OPTIONAL) {
            draft.optional();
        }
        for (Condition condition : flow.conditions()) {
            draft.when(condition);
        }
        for (String note : flow.notes()) {
            draft.note(note);
        }
        for (Citation citation : flow.citations()) {
            draft.cite(citation);
        }
        for (Erratum erratum : flow.errata()) {
            draft.erratum(erratum);
        }
        addWhatTheListSays(service, draft);
        return draft;
    }

    private static void addWhatTheListSays(Role service, FlowDraft draft) {
        draft.cite(WindowsArticle.DEPENDENCIES.place("services on which Active Directory depends"))
                .erratum(WindowsErrata.DEPENDENCIES_INCOMPLETE);
        if (service == Role.DFS_REPLICATION) {
            draft.when(Features.SYSVOL_REPLICATION, SysvolReplication.DFSR);
        } else if (service == Role.FILE_REPLICATION) {
            draft.when(Features.SYSVOL_REPLICATION, SysvolReplication.FRS);
        } else if (service == Role.WINS) {
            draft.when(Features.WINS_FALLBACK).note("From Windows Server 2003 Service Pack 1 on.");
        }
    }

    /** Returns what tells the flow apart from others of its service and protocol: the fifth part of its identifier. */
    private static String variant(Flow flow) {
        String id = flow.id();
        int end = -1;
        for (int part = 0; part < 4; part++) {
            end = id.indexOf('.', end + 1);
            if (end < 0) {
                return "";
            }
        }
        return "-" + id.substring(end + 1);
    }
}
