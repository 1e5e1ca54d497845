package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must be true of a catalog as a whole: identifiers are unique, and flows refer to what was declared. */
final class CatalogCheck {
    private final Catalog<?> catalog;
    private final Set<Object> declared = new HashSet<>();

    CatalogCheck(Catalog<?> catalog) {
        this.catalog = catalog;
    }

    void run() {
        declare();
        Set<String> ids = new HashSet<>();
        for (Flow flow : catalog.flows()) {
            checkUnique("flow", flow.id(), ids);
            check(flow);
        }
    }

    private void declare() {
        Set<String> roleIds = new HashSet<>();
        for (ProductRole role : catalog.roles()) {
            checkUnique("role", Ids.check("role", role.id()), roleIds);
        }
        declared.addAll(catalog.roles());
        Set<String> settingIds = new HashSet<>();
        for (PortSetting setting : catalog.settings()) {
            checkUnique("setting", setting.id(), settingIds);
        }
        declared.addAll(catalog.settings());
        for (PortCoupling coupling : catalog.couplings()) {
            checkArgument(
                    declared.contains(coupling.when()) && declared.contains(coupling.then()),
                    "the catalog does not declare both settings of the coupling %s",
                    coupling);
        }
        Set<String> featureIds = new HashSet<>();
        for (Feature feature : catalog.features()) {
            checkUnique("feature", feature.id(), featureIds);
        }
        declared.addAll(catalog.features());
        Set<String> erratumIds = new HashSet<>();
        for (Erratum erratum : catalog.errata()) {
            checkUnique("erratum", erratum.id(), erratumIds);
        }
        declared.addAll(catalog.errata());
        declared.addAll(catalog.edition().documents());
    }

    private static void checkUnique(String what, String id, Set<String> taken) {
        checkArgument(taken.add(id), "two have the %s id %s; give one another, a flow with variant(...)", what, id);
    }

    private void check(Flow flow) {
        for (Endpoint party : List.of(flow.source(), flow.destination())) {
            if (party instanceof ProductRole) {
                checkDeclared(flow, "role", party.id(), party);
            }
        }
        if (flow.setting().isPresent()) {
            PortSetting setting = flow.setting().get();
            checkDeclared(flow, "setting", setting.id(), setting);
        }
        for (Condition condition : flow.conditions()) {
            if (condition.feature().isPresent()) {
                Feature feature = condition.feature().get();
                checkDeclared(flow, "feature", feature.id(), feature);
            }
        }
        for (Erratum erratum : flow.errata()) {
            checkDeclared(flow, "erratum", erratum.id(), erratum);
        }
        for (Citation citation : flow.citations()) {
            checkDeclared(flow, "document", citation.document().id(), citation.document());
        }
    }

    private void checkDeclared(Flow flow, String what, String id, Object thing) {
        checkArgument(declared.contains(thing), "flow %s: the catalog does not declare the %s %s", flow.id(), what, id);
    }
}
