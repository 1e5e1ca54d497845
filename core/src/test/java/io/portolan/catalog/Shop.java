package io.portolan.catalog;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;

import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.time.LocalDate;

/** An in-house product, written with nothing but the public builder; it has one flow of every kind. */
final class Shop {
    enum Role implements ProductRole {
        BROWSER,
        FRONT_END,
        DATABASE,
        CACHE;

        @Override
        public String title() {
            return name();
        }
    }

    enum Engine implements FeatureOption {
        SQL,
        DOCUMENTS;

        @Override
        public String title() {
            return this == SQL ? "an SQL database" : "a document store";
        }
    }

    static final Document HANDBOOK = Document.builder()
            .id("handbook")
            .title("Operations handbook")
            .publisher("Shop")
            .address("https://shop.example/handbook")
            .date(LocalDate.of(2026, 3, 1))
            .build();

    static final Citation PLACE = HANDBOOK.heading("Servers").place("text");

    static final PortSetting WEB = PortSetting.builder()
            .id("web-port")
            .title("web port")
            .defaultPort(8080)
            .addAlternatives(80, 8080)
            .configuredIn("shop.conf")
            .citation(PLACE)
            .build();

    static final PortSetting CACHE_PORT = PortSetting.builder()
            .id("cache-port")
            .title("cache port")
            .configuredIn("cache.conf")
            .citation(PLACE)
            .build();

    static final Toggle CACHED = Toggle.of("cached", "a cache is in use", PLACE, false);
    static final Choice<Engine> ENGINE = Choice.of("engine", "the database", PLACE, Engine.SQL);
    static final OutsideSite BANK = OutsideSite.builder()
            .id("bank")
            .title("Bank")
            .address("pay.bank.example")
            .build();
    static final Service POSTGRESQL = Service.of("postgresql", "PostgreSQL");

    static final Erratum TYPO = Erratum.builder()
            .id("typo")
            .addReadings(PLACE.says("the port is 54332"))
            .taken("5432")
            .reason("54332 is not in use anywhere")
            .build();

    private Shop() {}

    static CatalogBuilder<Role> emptyBuilder() {
        return Catalog.builder("shop", "Web shop", Role.class)
                .edition(Edition.builder()
                        .version("7")
                        .asOf(LocalDate.of(2026, 3, 1))
                        .addDocuments(HANDBOOK)
                        .build())
                .settings(WEB, CACHE_PORT)
                .couplings(PortCoupling.of(WEB, 80, CACHE_PORT, 81, PLACE))
                .features(CACHED, ENGINE)
                .errata(TYPO)
                .remark("For the shop alone.");
    }

    static Catalog<Role> catalog() {
        return emptyBuilder()
                .section(HANDBOOK.heading("Outside")
                        .section(
                                row(
                                        1,
                                        flow(Role.BROWSER, Role.FRONT_END)
                                                .tcp(Service.HTTP, WEB)
                                                .purpose("buys")),
                                row(
                                        2,
                                        flow(Role.FRONT_END, BANK)
                                                .tcp(Service.HTTPS, 443)
                                                .purpose("pays"))))
                .section(HANDBOOK.heading("Inside")
                        .section(
                                row(
                                        1,
                                        flow(Role.FRONT_END, Role.DATABASE)
                                                .tcp(POSTGRESQL, 5432)
                                                .when(ENGINE, Engine.SQL)
                                                .erratum(TYPO)
                                                .purpose("stores orders")),
                                row(
                                        2,
                                        flow(Role.FRONT_END, Role.CACHE)
                                                .udp(Service.of("cache", "Cache"), CACHE_PORT)
                                                .when(CACHED)
                                                .optional()
                                                .purpose("remembers pages")),
                                row(
                                        3,
                                        flow(Role.DATABASE, Infrastructure.DOMAIN_CONTROLLER)
                                                .rpc()
                                                .purpose("joins the domain")),
                                row(
                                        "text",
                                        flow(Role.DATABASE, Role.DATABASE)
                                                .over(
                                                        Service.of("vrrp", "VRRP"),
                                                        Traffic.of(Transport.ip(IpProtocol.VRRP)))
                                                .cast(Cast.MULTICAST)
                                                .purpose("agrees on the active one"),
                                        flow(Role.FRONT_END, Role.DATABASE)
                                                .alsoFrom(Role.CACHE)
                                                .over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8)))
                                                .unless(CACHED)
                                                .when(WindowsGeneration.LEGACY)
                                                .purpose("sees whether it is alive"))))
                .flows(flow(Role.FRONT_END, SameHost.LOCALHOST)
                        .over(Service.DNS, Traffic.udp(PortSpec.of(53)).from(PortSet.of(53)))
                        .repliesFrom(PortSpec.of(PortSet.ofRange(1024, 65_535)))
                        .cite(PLACE)
                        .purpose("resolves names"))
                .build();
    }
}
