package io.portolan.cli;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Catalog;
import io.portolan.firewall.json.JsonText;
import io.portolan.planner.Cause;
import io.portolan.planner.LeftOut;
import io.portolan.planner.Policy;
import io.portolan.planner.PolicyDiff;
import io.portolan.planner.PolicySummary;
import io.portolan.planner.Rule;
import io.portolan.site.ResolvedFlow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** A policy as JSON: rules, the flows that caused them, what was left out, and figures; or the difference of two. */
final class PolicyJson {
    private PolicyJson() {}

    static String plan(PlannedSite site, List<PolicyView> views) {
        PeerNames places = new PeerNames(site.policy().topology());
        Set<Catalog<?>> catalogs = new LinkedHashSet<>();
        site.products().forEach(product -> catalogs.add(product.resolution().catalog()));
        return JsonText.of(json -> {
            json.writeStartObject();
            CatalogJson.catalogs(json, ImmutableList.copyOf(catalogs));
            json.writeArrayPropertyStart("rules");
            Set<Cause> causes = new HashSet<>();
            for (PolicyView view : views) {
                for (Rule rule : view.policy().rules()) {
                    json.writeStartObject();
                    if (!view.direction().isEmpty()) {
                        json.writeStringProperty("direction", view.direction());
                    }
                    RuleJson.properties(json, places, rule);
                    json.writeEndObject();
                    causes.addAll(rule.causes());
                }
            }
            json.writeEndArray();
            products(json, site.products(), causes);
            if (views.get(0).title().isEmpty()) {
                Policy whole = views.get(0).policy();
                leftOut(json, whole.leftOut());
                summary(json, places, whole.summary());
            }
            json.writeEndObject();
        });
    }

    private static void products(JsonGenerator json, List<ProductResolution> products, Set<Cause> causes) {
        json.writeArrayPropertyStart("products");
        for (ProductResolution product : products) {
            json.writeStartObject();
            json.writeStringProperty("product", product.name());
            json.writeStringProperty("catalog", product.resolution().catalog().id());
            json.writeArrayPropertyStart("flows");
            for (ResolvedFlow flow : product.resolution().flows()) {
                if (causes.contains(new Cause(product.name(), flow))) {
                    FlowJson.write(json, flow);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void leftOut(JsonGenerator json, List<LeftOut> flows) {
        json.writeArrayPropertyStart("leftOut");
        for (LeftOut flow : flows) {
            json.writeStartObject();
            json.writeStringProperty("product", flow.deployment());
            json.writeStringProperty("flow", flow.flow().id());
            json.writeStringProperty(
                    "reason", Ascii.toLowerCase(flow.reason().name()).replace('_', '-'));
            json.writeStringProperty("detail", flow.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void summary(JsonGenerator json, PeerNames places, PolicySummary summary) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("rules", summary.rules());
        json.writeNumberProperty("prefixes", summary.prefixes());
        // counts of IPv6 addresses are beyond the numbers that readers of JSON keep exactly
        json.writeStringProperty("open", summary.open().toString());
        json.writeStringProperty(
                "openForDynamicPorts", summary.openForDynamicPorts().toString());
        json.writeStringProperty("savedByNarrowing", summary.savedByNarrowing().toString());
        json.writeArrayPropertyStart("widest");
        for (Rule rule : summary.widest()) {
            json.writeStartObject();
            RuleJson.properties(json, places, rule);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static String diff(PlannedSite before, PlannedSite after, PolicyDiff diff) {
        PeerNames places =
                new PeerNames(before.policy().topology(), after.policy().topology());
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeBooleanProperty("same", diff.isEmpty());
            changes(json, "removed", places, diff.removed());
            changes(json, "added", places, diff.added());
            json.writeEndObject();
        });
    }

    private static void changes(JsonGenerator json, String name, PeerNames places, List<PolicyDiff.Change> changes) {
        json.writeArrayPropertyStart(name);
        for (PolicyDiff.Change change : changes) {
            json.writeStartObject();
            RuleJson.properties(json, places, change.rule());
            RuleJson.witness(json, change.witness());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
