package io.portolan.sitefile;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.WindowsEstate;
import io.portolan.net.DynamicPorts;
import io.portolan.net.PortSet;
import io.portolan.site.Answer;
import io.portolan.site.Decision;
import io.portolan.site.Site;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers about listening hosts: all of them, or those of an endpoint. */
final class HostAnswers {
    static final String WINDOWS = "windows";
    static final String DYNAMIC_PORTS = "dynamic-ports";
    static final String STATIC_RPC = "static-rpc";

    private final Site.Builder site;
    /** Empty for all hosts. */
    private final List<Optional<Endpoint>> listeners;

    private HostAnswers(Site.Builder site, List<Optional<Endpoint>> listeners) {
        this.site = site;
        this.listeners = listeners;
    }

    static Sections ofAllHosts(Site.Builder site) {
        return new HostAnswers(site, List.of(Optional.empty())).sections();
    }

    /** Returns the keys of the answers about what has one identifier: an endpoint, which catalogs may describe apart. */
    static Sections ofEndpoint(Site.Builder site, Collection<Endpoint> namesakes) {
        return new HostAnswers(site, namesakes.stream().map(Optional::of).toList()).sections();
    }

    private Sections sections() {
        return new Sections("key")
                .add(WINDOWS, this::windows)
                .add(DYNAMIC_PORTS, this::dynamicPorts)
                .add(STATIC_RPC, entry -> staticRpc(entry.value()));
    }

    private void windows(Node.Entry entry) {
        Approved given = Approved.of(entry);
        Map<String, WindowsEstate> estates = new LinkedHashMap<>();
        for (WindowsEstate estate : WindowsEstate.values()) {
            estates.put(estate.id(), estate);
        }
        WindowsEstate estate = Values.oneOf(given.value(), "generation of Windows", estates);
        for (Optional<Endpoint> listener : listeners) {
            site.answer(Answer.of(listener.map(Decision::windows).orElseGet(Decision::windows), estate)
                    .approved(given.approval()));
        }
    }

    private void dynamicPorts(Node.Entry entry) {
        Approved given = Approved.of(entry);
        DynamicPorts ports = Values.dynamicPorts(given.value());
        for (Optional<Endpoint> listener : listeners) {
            site.answer(Answer.of(listener.map(Decision::dynamicPorts).orElseGet(Decision::dynamicPorts), ports)
                    .approved(given.approval()));
        }
    }

    private void staticRpc(Node value) {
        Sections services = new Sections("RPC service");
        for (RpcService service : RpcService.values()) {
            services.add(service.id(), entry -> staticRpc(service, entry));
        }
        services.read(Values.mapping(value, "RPC services and ports"));
    }

    private void staticRpc(RpcService service, Node.Entry entry) {
        Approved given = Approved.of(entry);
        int port = Values.port(given.value(), PortSet.ofRange(1, 65_535));
        for (Optional<Endpoint> listener : listeners) {
            site.answer(Answer.of(
                            listener.map(endpoint -> Decision.staticRpc(endpoint, service))
                                    .orElseGet(() -> Decision.staticRpc(service)),
                            port)
                    .approved(given.approval()));
        }
    }
}
