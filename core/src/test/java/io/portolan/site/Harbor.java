package io.portolan.site;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;

import io.portolan.catalog.AllocatedPorts;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.RpcService;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.Traffic;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.time.LocalDate;

/** A product whose flows depend on a site in every way there is; each flow is named by its service. */
final class Harbor {
    enum Role implements ProductRole {
        PILOT,
        TOWER,
        QUAY;

        @Override
        public String title() {
            return name();
        }
    }

    enum Tide implements FeatureOption {
        EBB,
        FLOOD,
        SLACK;

        @Override
        public String title() {
            return name();
        }
    }

    static final Document CHART = Document.builder()
            .id("chart")
            .title("Chart")
            .publisher("Harbor")
            .address("https://harbor.example/chart")
            .date(LocalDate.of(2026, 1, 1))
            .build();
    static final Citation PLACE = CHART.heading("Harbor").place("text");

    static final PortSetting RADIO = setting("radio-port").defaultPort(3389).build();
    static final PortSetting HTTP =
            setting("http-port").addAlternatives(80, 8530).build();
    static final PortSetting HTTPS =
            setting("https-port").addAlternatives(443, 8531).build();
    static final PortSetting CONTROL = setting("control-port").defaultPort(21).build();
    static final PortSetting DATA = setting("data-port").defaultPort(20).build();
    static final PortSetting FREE = setting("free-port").build();
    static final PortSetting HIGH = setting("high-port")
            .defaultPort(5000)
            .allowed(PortSet.ofRange(1024, 49_151))
            .build();

    static final Toggle FOG = Toggle.of("fog", "there is fog", PLACE);
    static final Toggle NIGHT = Toggle.of("night", "it is night", PLACE, false);
    static final Choice<Tide> TIDE = Choice.of("tide", "the tide", PLACE, Tide.class);
    static final Choice<Tide> SWELL = Choice.of("swell", "the swell", PLACE, Tide.SLACK);

    static final OutsideSite SEA = OutsideSite.of("sea", "Sea");

    static final Catalog<Role> CATALOG = builder()
            .section(CHART.heading("Flows")
                    .section(
                            row(
                                    1,
                                    to(Role.TOWER)
                                            .tcp(Service.of("fixed", "Fixed"), 88)
                                            .purpose("never changes")),
                            row(
                                    2,
                                    to(Role.TOWER)
                                            .tcp(Service.of("radio", "Radio"), RADIO)
                                            .purpose("talks")),
                            row(
                                    2,
                                    to(Role.QUAY)
                                            .udp(Service.of("radio-udp", "Radio"), RADIO)
                                            .purpose("talks")),
                            row(
                                    3,
                                    to(Role.TOWER)
                                            .tcp(Service.of("http", "HTTP"), HTTP)
                                            .purpose("reads")),
                            row(
                                    3,
                                    to(Role.TOWER)
                                            .tcp(Service.of("https", "HTTPS"), HTTPS)
                                            .purpose("reads")),
                            row(
                                    4,
                                    to(Role.QUAY)
                                            .tcp(Service.of("control", "Control"), CONTROL)
                                            .purpose("steers")),
                            row(
                                    4,
                                    to(Role.QUAY)
                                            .tcp(Service.of("data", "Data"), DATA)
                                            .purpose("loads")),
                            row(
                                    5,
                                    to(Role.QUAY)
                                            .tcp(Service.of("free", "Free"), FREE)
                                            .purpose("waits")),
                            row(
                                    6,
                                    to(Role.QUAY)
                                            .tcp(Service.of("high", "High"), HIGH)
                                            .purpose("flies")),
                            row(
                                    7,
                                    to(Role.TOWER)
                                            .tcp(Service.of("fog", "Fog"), 1001)
                                            .when(FOG)
                                            .purpose("sounds")),
                            row(
                                    7,
                                    to(Role.TOWER)
                                            .tcp(Service.of("clear", "Clear"), 1002)
                                            .unless(FOG)
                                            .purpose("waves")),
                            row(
                                    8,
                                    to(Role.TOWER)
                                            .tcp(Service.of("night", "Night"), 1003)
                                            .when(NIGHT)
                                            .purpose("lights")),
                            row(
                                    8,
                                    to(Role.TOWER)
                                            .tcp(Service.of("day", "Day"), 1004)
                                            .unless(NIGHT)
                                            .purpose("looks")),
                            row(
                                    9,
                                    to(Role.TOWER)
                                            .tcp(Service.of("ebb", "Ebb"), 1005)
                                            .when(TIDE, Tide.EBB)
                                            .purpose("goes")),
                            row(
                                    9,
                                    to(Role.TOWER)
                                            .tcp(Service.of("flood", "Flood"), 1006)
                                            .when(TIDE, Tide.FLOOD)
                                            .purpose("comes")),
                            row(
                                    9,
                                    to(Role.TOWER)
                                            .tcp(Service.of("calm", "Calm"), 1007)
                                            .when(SWELL, Tide.SLACK)
                                            .purpose("rests")),
                            row(
                                    10,
                                    to(Role.TOWER)
                                            .tcp(Service.of("both", "Both"), RADIO)
                                            .when(FOG)
                                            .when(NIGHT)
                                            .purpose("stops")),
                            row(
                                    11,
                                    to(Infrastructure.DOMAIN_CONTROLLER)
                                            .tcp(Service.RPC, PortSpec.rpcDynamic())
                                            .purpose("calls")),
                            row(
                                    11,
                                    to(Infrastructure.DOMAIN_CONTROLLER)
                                            .tcp(
                                                    Service.of("ntds", "NTDS"),
                                                    PortSpec.rpcDynamic().of(RpcService.NTDS))
                                            .purpose("replicates")),
                            row(
                                    12,
                                    to(Role.TOWER)
                                            .tcp(
                                                    Service.of("printed", "Printed"),
                                                    PortSpec.rpcDynamic(PortSet.ofRange(49_152, 65_535)))
                                            .purpose("calls")),
                            row(
                                    13,
                                    to(Role.TOWER)
                                            .tcp(
                                                    Service.of("old", "Old"),
                                                    PortSpec.rpcDynamic(PortSet.ofRange(1024, 65_535)))
                                            .when(WindowsGeneration.LEGACY)
                                            .purpose("calls")),
                            row(
                                    13,
                                    to(Role.TOWER)
                                            .tcp(Service.of("new", "New"), PortSpec.rpcDynamic())
                                            .when(WindowsGeneration.MODERN)
                                            .purpose("calls")),
                            row(
                                    14,
                                    to(Role.QUAY)
                                            .udp(Service.of("tftp", "TFTP"), 69)
                                            .repliesFrom(AllocatedPorts.ofHost())
                                            .purpose("loads")),
                            row(
                                    15,
                                    to(Role.QUAY)
                                            .tcp(
                                                    Service.of("own", "Own"),
                                                    AllocatedPorts.ofProduct(PortSet.ofRange(10_000, 65_535)))
                                            .purpose("watches")),
                            row(
                                    16,
                                    to(Role.QUAY)
                                            .tcp(Service.of("extra", "Extra"), 1008)
                                            .optional()
                                            .purpose("adds")),
                            row(
                                    17,
                                    to(SEA).tcp(Service.of("outside", "Outside"), 50_001)
                                            .purpose("leaves")),
                            row(
                                    18,
                                    flow(Role.PILOT, Role.QUAY)
                                            .over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP)))
                                            .purpose("elects")),
                            row(
                                    19,
                                    to(Role.QUAY)
                                            .tcp(Service.of("inside", "Inside"), 50_002)
                                            .purpose("stays"))))
            .build();

    private Harbor() {}

    static CatalogBuilder<Role> builder() {
        return Catalog.builder("harbor", "Harbor", Role.class)
                .edition(Edition.builder()
                        .version("1")
                        .asOf(CHART.date())
                        .addDocuments(CHART)
                        .build())
                .settings(RADIO, HTTP, HTTPS, CONTROL, DATA, FREE, HIGH)
                .couplings(
                        PortCoupling.of(HTTP, 80, HTTPS, 443, PLACE),
                        PortCoupling.of(CONTROL, 21, DATA, 20, PLACE),
                        PortCoupling.of(CONTROL, 4131, DATA, 4130, PLACE))
                .features(FOG, NIGHT, TIDE, SWELL);
    }

    private static PortSetting.Builder setting(String id) {
        return PortSetting.builder().id(id).title(id).configuredIn("the log").citation(PLACE);
    }

    private static FlowDraft to(io.portolan.catalog.Endpoint destination) {
        return flow(Role.PILOT, destination);
    }

    /** Returns the identifier of the flow that carries a service, whatever its ends. */
    static String id(String service) {
        for (io.portolan.catalog.Flow flow : CATALOG.flows()) {
            if (flow.service().id().equals(service)) {
                return flow.id();
            }
        }
        throw new AssertionError("no flow carries " + service);
    }
}
