package io.portolan.json;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import io.portolan.catalog.Catalog;
import io.portolan.json.text.JsonText;
import io.portolan.planner.Cause;
import io.portolan.planner.Deployment;
import io.portolan.planner.LeftOut;
import io.portolan.planner.PeerNames;
import io.portolan.planner.Place;
import io.portolan.planner.Policy;
import io.portolan.planner.PolicySummary;
import io.portolan.planner.Rule;
import io.portolan.site.ResolvedFlow;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** A policy as JSON: rules, the flows that caused them, what was left out, and figures. */
public final class PolicyJson {
    private PolicyJson() {}

    /** A part of a policy, and the direction of its packets for the two parts of a host. */
    private record Part(Optional<String> direction, Policy policy) {}

    /**
     * Returns a whole policy.
     *
     * @param policy the policy
     * @return a document as {@code policy.schema.json} describes it
     */
    public static String of(Policy policy) {
        return document(policy, List.of(new Part(Optional.empty(), policy)), true);
    }

    /**
     * Returns a part of a policy, such as what is allowed between two zones, without figures and without what was left
     * out, which are of the whole.
     *
     * @param part the part
     * @return a document as {@code policy.schema.json} describes it
     */
    public static String ofPart(Policy part) {
        return document(part, List.of(new Part(Optional.empty(), part)), false);
    }

    /**
     * Returns the rules of the firewall on a host, each with its direction, without figures and without what was left out.
     *
     * @param policy the whole policy
     * @param host a place of its topology
     * @return a document as {@code policy.schema.json} describes it
     */
    public static String ofHost(Policy policy, Place host) {
        return document(
                policy,
                List.of(
                        new Part(Optional.of("inbound"), policy.inbound(host)),
                        new Part(Optional.of("outbound"), policy.outbound(host))),
                false);
    }

    private static String document(Policy policy, List<Part> parts, boolean whole) {
        PeerNames places = new PeerNames(policy.topology());
        Set<Catalog<?>> catalogs = new LinkedHashSet<>();
        policy.deployments()
                .forEach(deployment -> catalogs.add(deployment.resolution().catalog()));
        return JsonText.of(json -> {
            json.writeStartObject();
            JsonText.version(json);
            CatalogJson.catalogs(json, ImmutableSet.copyOf(catalogs));
            json.writeArrayPropertyStart("rules");
            Set<Cause> causes = new HashSet<>();
            for (Part part : parts) {
                for (Rule rule : part.policy().rules()) {
                    json.writeStartObject();
                    part.direction().ifPresent(direction -> json.writeStringProperty("direction", direction));
                    RuleJson.properties(json, places, rule);
                    json.writeEndObject();
                    causes.addAll(rule.causes());
                }
            }
            json.writeEndArray();
            deployments(json, policy.deployments(), causes);
            if (whole) {
                leftOut(json, policy.leftOut());
                summary(json, places, policy.summary());
            }
            json.writeEndObject();
        });
    }

    private static void deployments(JsonGenerator json, List<Deployment> deployments, Set<Cause> causes) {
        json.writeArrayPropertyStart("deployments");
        for (Deployment deployment : deployments) {
            json.writeStartObject();
            json.writeStringProperty("deployment", deployment.name());
            json.writeStringProperty(
                    "catalog", deployment.resolution().catalog().id());
            json.writeArrayPropertyStart("flows");
            for (ResolvedFlow flow : deployment.resolution().flows()) {
                if (causes.contains(new Cause(deployment.name(), flow))) {
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
            json.writeStringProperty("deployment", flow.deployment());
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
}
