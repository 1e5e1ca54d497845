package io.portolan.sitefile;

import io.portolan.catalog.Approval;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.PortSetting;
import io.portolan.net.Transport;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.OutsideName;
import io.portolan.site.Answer;
import io.portolan.site.Site;
import io.portolan.sitefile.text.TransportText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A site file as text: everything that it says, each once, in the order in which it is read. */
final class SiteFileText {
    private SiteFileText() {}

    static String of(SiteFile file) {
        Map<String, Object> root = new LinkedHashMap<>();
        answers(root, file.common(), Site.empty(), Optional.empty());
        Map<String, Object> deployments = new LinkedHashMap<>();
        for (Deployment deployment : file.deployments()) {
            if (!deployment.name().equals(OwnFlows.NAME)) {
                deployments.put(deployment.name(), deployment(deployment, file.common()));
            }
        }
        if (!deployments.isEmpty()) {
            root.put(SiteFile.DEPLOYMENTS, deployments);
        }
        file.topology().ifPresent(topology -> root.put(SiteFile.TOPOLOGY, topology(topology)));
        Map<String, Object> flows = new LinkedHashMap<>();
        file.ownFlows().forEach(flow -> flows.put(flow.name(), ownFlow(flow)));
        if (!flows.isEmpty()) {
            root.put(OwnFlows.NAME, flows);
        }
        return Yaml.of(root);
    }

    private static Map<String, Object> deployment(Deployment deployment, Site common) {
        Catalog<?> catalog = deployment.resolution().catalog();
        Map<String, Object> mapping = new LinkedHashMap<>();
        if (!deployment.name().equals(catalog.id())) {
            mapping.put(DeploymentsSection.CATALOG, catalog.id());
        }
        answers(mapping, deployment.resolution().site(), common, Optional.of(catalog));
        return mapping;
    }

    /** Writes the answers that differ from those for all deployments, or are approved otherwise. */
    private static void answers(
            Map<String, Object> mapping, Site site, Site inherited, Optional<? extends Catalog<?>> catalog) {
        for (Answer<?> answer : site.answers()) {
            boolean isInherited = inherited.answers().stream()
                    .anyMatch(other -> other.equals(answer) && other.approval().equals(answer.approval()));
            if (!isInherited) {
                answer(mapping, answer, catalog);
            }
        }
    }

    private static void answer(Map<String, Object> mapping, Answer<?> answer, Optional<? extends Catalog<?>> catalog) {
        List<String> parts = Yaml.parts(answer.decision().id());
        String id = parts.get(0);
        Object value = value(answer);
        if (id.equals(CommonAnswers.OPTIONAL_FLOWS)) {
            if (parts.size() == 1) {
                mapping.put(id, value);
            } else {
                below(mapping, CatalogAnswers.FLOWS).put(parts.get(1), value);
            }
            return;
        }
        Map<String, Object> home =
                parts.size() == 1 ? mapping : below(below(mapping, CommonAnswers.ENDPOINTS), parts.get(1));
        if (id.startsWith(HostAnswers.STATIC_RPC + ".")) {
            below(home, HostAnswers.STATIC_RPC).put(id.substring(HostAnswers.STATIC_RPC.length() + 1), value);
        } else if (id.equals(HostAnswers.WINDOWS) || id.equals(HostAnswers.DYNAMIC_PORTS)) {
            home.put(id, value);
        } else {
            boolean isSetting = catalog.isPresent()
                    && catalog.get().settings().stream().map(PortSetting::id).anyMatch(id::equals);
            below(mapping, isSetting ? CatalogAnswers.SETTINGS : CatalogAnswers.FEATURES)
                    .put(id, value);
        }
    }

    @SuppressWarnings("unchecked") // only this class fills the mappings
    private static Map<String, Object> below(Map<String, Object> mapping, String key) {
        return (Map<String, Object>) mapping.computeIfAbsent(key, first -> new LinkedHashMap<String, Object>());
    }

    private static Object value(Answer<?> answer) {
        Object value =
                answer.value() instanceof Boolean || answer.value() instanceof Integer ? answer.value() : answer.text();
        if (answer.approval().isEmpty()) {
            return value;
        }
        Map<String, Object> approved = new LinkedHashMap<>();
        approved.put(Approved.ANSWER, value);
        approval(approved, answer.approval());
        return approved;
    }

    private static void approval(Map<String, Object> mapping, Approval approval) {
        approval.owner().ifPresent(name -> mapping.put(Approved.OWNER, name));
        approval.approvedBy().ifPresent(name -> mapping.put(Approved.APPROVED_BY, name));
        approval.ticket().ifPresent(number -> mapping.put(Approved.TICKET, number));
        approval.expires().ifPresent(day -> mapping.put(Approved.EXPIRES, day.toString()));
        approval.review().ifPresent(day -> mapping.put(Approved.REVIEW, day.toString()));
    }

    private static Map<String, Object> topology(Topology topology) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (Place place : topology.places()) {
            String kind = switch (place.kind()) {
                case HOST -> TopologySection.HOSTS;
                case NETWORK -> TopologySection.NETWORKS;
                case OUTSIDE -> TopologySection.OUTSIDE;
            };
            below(mapping, kind).put(place.name(), place(place));
        }
        topology.zones()
                .forEach((name, members) -> below(mapping, TopologySection.ZONES)
                        .put(name, members.stream().map(Place::name).toList()));
        return mapping;
    }

    private static Map<String, Object> place(Place place) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        AddressSet addresses = place.peers().addresses();
        if (addresses.isAny()) {
            mapping.put(PlaceReader.ADDRESSES, PlaceReader.ANY);
        } else if (!addresses.isEmpty()) {
            mapping.put(
                    PlaceReader.ADDRESSES,
                    place.addresses().stream().map(AddressRange::toString).toList());
        }
        if (!place.peers().names().isEmpty()) {
            mapping.put(
                    PlaceReader.NAMES,
                    place.peers().names().stream().map(OutsideName::toString).toList());
        }
        Map<String, List<String>> roles = new LinkedHashMap<>();
        List<String> endpoints = new ArrayList<>();
        place.placements().forEach(placement -> {
            if (placement.deployment().isEmpty()) {
                addOnce(endpoints, placement.endpoint().id());
            } else if (!placement.deployment().get().equals(OwnFlows.NAME)) {
                addOnce(
                        roles.computeIfAbsent(placement.deployment().get(), first -> new ArrayList<>()),
                        placement.endpoint().id());
            }
        });
        if (!roles.isEmpty()) {
            mapping.put(Placements.ROLES, roles);
        }
        if (!endpoints.isEmpty()) {
            mapping.put(Placements.ENDPOINTS, endpoints);
        }
        return mapping;
    }

    /** What catalogs describe apart has one identifier. */
    private static void addOnce(List<String> ids, String id) {
        if (!ids.contains(id)) {
            ids.add(id);
        }
    }

    private static Map<String, Object> ownFlow(OwnFlow flow) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put(OwnFlowsSection.FROM, flow.from());
        mapping.put(OwnFlowsSection.TO, flow.to());
        mapping.put(
                OwnFlowsSection.TRAFFIC,
                flow.traffic().stream().map(SiteFileText::traffic).toList());
        mapping.put(OwnFlowsSection.PURPOSE, flow.purpose());
        approval(mapping, flow.approval());
        return mapping;
    }

    private static String traffic(Transport transport) {
        return TransportText.of(transport);
    }
}
