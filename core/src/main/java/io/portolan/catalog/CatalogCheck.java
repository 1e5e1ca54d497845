package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What must be true of a catalog as a whole: identifiers are unique, and flows refer to its roles and documents. */
final class CatalogCheck {
    private final Catalog<?> catalog;
    private final Set<Object> declared = new HashSet<>();
    private final Map<String, Endpoint> endpoints = new HashMap<>();

    CatalogCheck(Catalog<?> catalog) {
        this.catalog = catalog;
    }

    void run() {
        Names documents = new Names("document");
        for (Document document : catalog.edition().documents()) {
            documents.declare(document.id(), document.id());
        }
        declareRoles();
        declareSettings();
        Names features = new Names("feature");
        for (Feature feature : catalog.features()) {
            features.declare(feature.id(), feature);
            checkCited("feature", feature.id(), feature.citation());
        }
        Names errata = new Names("erratum");
        for (Erratum erratum : catalog.declaredErrata()) {
            errata.declare(erratum.id(), erratum);
        }
        Set<String> ids = new HashSet<>();
        for (Flow flow : catalog.flows()) {
            checkArgument(
                    ids.add(flow.id()), "the flow id %s is used twice; tell them apart with variant(...)", flow.id());
            check(flow);
        }
        for (Flow flow : catalog.flows()) {
            for (String former : flow.formerIds()) {
                checkArgument(
                        !ids.contains(former),
                        "flow %s: %s is the id of a flow and cannot be a former one",
                        flow.id(),
                        former);
            }
        }
    }

    /** The identifiers of one kind of thing, of which each can be declared once. */
    private final class Names {
        private final String what;
        private final Set<String> taken = new HashSet<>();

        Names(String what) {
            this.what = what;
        }

        void declare(String id, Object thing) {
            checkArgument(taken.add(id), "the %s id %s is used twice", what, id);
            declared.add(thing);
        }
    }

    private void declareRoles() {
        Names roles = new Names("role");
        for (ProductRole role : catalog.roles()) {
            roles.declare(Ids.check("role", role.id()), role);
            endpoints.put(role.id(), role);
        }
    }

    private void declareSettings() {
        Names settings = new Names("setting");
        for (PortSetting setting : catalog.settings()) {
            settings.declare(setting.id(), setting);
            checkCited("setting", setting.id(), setting.citation());
        }
        for (PortCoupling coupling : catalog.couplings()) {
            checkArgument(
                    declared.contains(coupling.when()) && declared.contains(coupling.then()),
                    "no flow uses both settings of the coupling %s; declare the other with settings(...)",
                    coupling);
            checkCited("coupling", coupling.toString(), coupling.citation());
            checkDefaults(coupling);
        }
    }

    private static void checkDefaults(PortCoupling coupling) {
        OptionalInt when = coupling.when().defaultPort();
        OptionalInt then = coupling.then().defaultPort();
        if (when.isEmpty() || then.isEmpty()) {
            return;
        }
        OptionalInt demanded = coupling.demandedFor(when.getAsInt());
        checkArgument(
                demanded.isEmpty() || demanded.getAsInt() == then.getAsInt(),
                "the defaults of the settings contradict the coupling %s",
                coupling);
    }

    private void check(Flow flow) {
        checkEndpoint(flow, flow.source());
        checkEndpoint(flow, flow.destination());
        for (Citation citation : flow.citations()) {
            checkCited("flow", flow.id(), citation);
        }
    }

    private void checkEndpoint(Flow flow, Endpoint endpoint) {
        if (endpoint instanceof ProductRole) {
            checkArgument(
                    declared.contains(endpoint),
                    "flow %s: the role %s is of another product",
                    flow.id(),
                    endpoint.id());
        }
        Endpoint known = endpoints.putIfAbsent(endpoint.id(), endpoint);
        checkArgument(
                known == null || known.equals(endpoint),
                "flow %s: two endpoints have the id %s; name one of them differently",
                flow.id(),
                endpoint.id());
    }

    private void checkCited(String what, String id, Citation citation) {
        checkArgument(
                declared.contains(citation.document().id()),
                "%s %s: the edition does not carry the document %s",
                what,
                id,
                citation.document().id());
    }
}
