package io.portolan.sitefile;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableSetMultimap;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Service;
import io.portolan.catalog.SiteInfrastructure;
import io.portolan.catalog.Traffic;
import io.portolan.net.IcmpTransport;
import io.portolan.net.IpProtocol;
import io.portolan.net.IpTransport;
import io.portolan.net.PortSet;
import io.portolan.net.PortTransport;
import io.portolan.net.Transport;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Placement;
import io.portolan.site.Site;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes a deployment of the flows of a site's own, so that they are planned, explained, rendered and audited like those of
 * documents.
 *
 * <p>What stands at an end of a flow becomes an endpoint that lives at its places: {@code place-gw1}, {@code zone-dmz} or
 * {@code role-rds-gateway}. Shared endpoints stay what they are.
 */
final class OwnFlows {
    /** The name of the deployment. */
    static final String NAME = "own-flows";

    private static final CharMatcher IN_IDS = CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

    private final Map<String, List<Place.Builder>> places = new LinkedHashMap<>();
    private final ImmutableSetMultimap<String, Endpoint> shared;
    private final Map<String, Endpoint> endpoints = new HashMap<>();
    private final Set<String> ids = new LinkedHashSet<>();

    /** A role of the site itself; there is none. */
    private enum NoRole implements ProductRole {
        ;

        @Override
        public String title() {
            return name();
        }
    }

    /**
     * Starts with what flows can speak of.
     *
     * @param builders the places by name
     * @param zones the names of the places of each zone
     * @param shared shared endpoints by identifier
     */
    OwnFlows(
            Map<String, Place.Builder> builders,
            Map<String, List<String>> zones,
            ImmutableSetMultimap<String, Endpoint> shared) {
        this.shared = shared;
        builders.forEach((name, place) -> places.put("place " + name, List.of(place)));
        zones.forEach((name, members) -> {
            List<Place.Builder> ofZone = new ArrayList<>();
            members.forEach(member -> ofZone.add(builders.get(member)));
            places.put("zone " + name, ofZone);
        });
        builders.forEach((name, place) -> {
            for (Placement placement : place.build().placements()) {
                if (placement.deployment().isPresent()) {
                    places.computeIfAbsent(
                                    "role " + placement.deployment().get() + "/"
                                            + placement.endpoint().id(),
                                    first -> new ArrayList<>())
                            .add(place);
                }
            }
        });
    }

    /** Returns the deployment, and lets its endpoints live at their places. */
    Deployment deployment(String file, LocalDate date, List<OwnFlowsSection.Stated> flows) {
        Path name = Path.of(file).getFileName();
        Document document = Document.builder()
                .id("site-file")
                .title(name == null ? file : name.toString())
                .publisher("the site")
                .address(file)
                .date(date)
                .build();
        List<FlowDraft> drafts = new ArrayList<>();
        Problems problems = new Problems();
        for (OwnFlowsSection.Stated stated : flows) {
            problems.attempt(() -> drafts.addAll(drafts(stated, document)));
        }
        problems.finish();
        Catalog<NoRole> catalog = Catalog.builder(NAME, "Own flows of the site", NoRole.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(date)
                        .addDocuments(document)
                        .build())
                .flows(drafts.toArray(new FlowDraft[0]))
                .build();
        return new Deployment(NAME, Site.empty().resolve(catalog));
    }

    private List<FlowDraft> drafts(OwnFlowsSection.Stated stated, Document document) {
        OwnFlow flow = stated.flow();
        List<Endpoint> from = new ArrayList<>();
        List<Endpoint> to = new ArrayList<>();
        Problems problems = new Problems();
        flow.from().forEach(end -> problems.attempt(() -> from.add(endpoint(stated, OwnFlowsSection.FROM, end))));
        flow.to().forEach(end -> problems.attempt(() -> to.add(endpoint(stated, OwnFlowsSection.TO, end))));
        problems.finish();
        List<FlowDraft> drafts = new ArrayList<>();
        Service service = Service.of(flow.name(), flow.name());
        Citation citation = new Citation(
                document,
                NAME + " > " + flow.name(),
                "line " + stated.position().line());
        Map<String, Traffic> variants = traffic(flow.traffic());
        variants.forEach((variant, traffic) -> {
            FlowDraft draft = FlowDraft.flow(from.get(0), to.get(0))
                    .over(service, traffic)
                    .purpose(flow.purpose())
                    .approval(flow.approval())
                    .cite(citation);
            from.subList(1, from.size()).forEach(draft::alsoFrom);
            to.subList(1, to.size()).forEach(draft::alsoTo);
            drafts.add(variant.isEmpty() ? draft : draft.variant(variant));
        });
        return drafts;
    }

    /** Returns what is opened, by what tells flows of one protocol apart: ports are one flow, types of ICMP several. */
    private static Map<String, Traffic> traffic(List<Transport> transports) {
        Map<IpProtocol, PortSet> ports = new LinkedHashMap<>();
        Map<String, Traffic> traffic = new LinkedHashMap<>();
        int number = 0;
        for (Transport transport : transports) {
            if (transport instanceof PortTransport tcpOrUdp) {
                ports.merge(tcpOrUdp.protocol(), tcpOrUdp.destinationPorts(), PortSet::union);
            } else if (transport instanceof IcmpTransport icmp) {
                number++;
                traffic.put(number == 1 ? "" : "icmp-" + number, Traffic.of(icmp));
            } else if (transport instanceof IpTransport ip) {
                traffic.put("ip-" + ip.protocol().number(), Traffic.of(ip));
            }
        }
        ports.forEach((protocol, all) -> traffic.put(protocol.toString(), Traffic.of(protocol, PortSpec.of(all))));
        return traffic;
    }

    private Endpoint endpoint(OwnFlowsSection.Stated stated, String key, String name) {
        Set<Endpoint> known = shared.get(name);
        List<String> meanings = new ArrayList<>();
        for (String kind : List.of("place ", "zone ", "role ")) {
            if (places.containsKey(kind + name)) {
                meanings.add(kind + name);
            }
        }
        FilePosition at = stated.position()
                .below(key, stated.position().line(), stated.position().column());
        if (meanings.isEmpty() && known.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            places.keySet().forEach(place -> names.add(place.substring(place.indexOf(' ') + 1)));
            names.addAll(shared.keySet());
            throw OwnFlowsSection.unknown(stated, key, name, names);
        }
        if (meanings.isEmpty()) {
            return known.iterator().next();
        }
        if (!known.isEmpty()) {
            throw at.error(
                    name + " is the name of a place or zone, and the identifier of an endpoint, too; expected another"
                            + " name for the place, to tell them apart");
        }
        return endpoints.computeIfAbsent(meanings.get(0), meaning -> {
            Endpoint endpoint = SiteInfrastructure.builder()
                    .id(id(meaning))
                    .title(meaning.substring(meaning.indexOf(' ') + 1))
                    .build();
            new LinkedHashSet<>(places.get(meaning)).forEach(place -> place.endpointIn(NAME, endpoint));
            return endpoint;
        });
    }

    /** Returns an identifier of letters, digits and hyphens that no other name has. */
    private String id(String meaning) {
        String plain = CharMatcher.is('-').trimFrom(IN_IDS.negate().collapseFrom(Ascii.toLowerCase(meaning), '-'));
        String id = plain;
        for (int number = 2; !ids.add(id); number++) {
            id = plain + "-" + number;
        }
        return id;
    }
}
