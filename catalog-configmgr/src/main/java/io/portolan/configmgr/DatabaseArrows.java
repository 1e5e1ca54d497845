package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.INTERNET;
import static io.portolan.catalog.Infrastructure.SQL_SERVER;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.configmgr.Arrows.arrow;
import static io.portolan.configmgr.Arrows.sql;
import static io.portolan.configmgr.Arrows.toSiteDatabase;
import static io.portolan.configmgr.Arrows.wsusHttp;
import static io.portolan.configmgr.Arrows.wsusHttps;
import static io.portolan.configmgr.ConfigMgr.Role.SMS_PROVIDER;
import static io.portolan.configmgr.ConfigMgr.Role.SOFTWARE_UPDATE_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.STATE_MIGRATION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.UPSTREAM_WSUS_SERVER;
import static io.portolan.configmgr.ConfigMgrArticle.DOCUMENT;
import static io.portolan.configmgr.ConfigMgrServices.SQL;
import static io.portolan.configmgr.ConfigMgrServices.SQL_SERVER_BROWSER;
import static io.portolan.configmgr.ConfigMgrServices.SQL_SERVICE_BROKER;

import io.portolan.catalog.CatalogBuilder;
import io.portolan.catalog.Document;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;

/** The last arrows: SMS Provider, software update point, SQL Server, state migration point. */
final class DatabaseArrows {
    private static final String UPSTREAM_NOTE =
            "The port is that of the upstream server; its settings are apart from those of the software update point,"
                    + " since the hierarchy need not share one.";

    private DatabaseArrows() {}

    static void addTo(CatalogBuilder<Role> catalog, Document edition) {
        catalog.section(arrow(DOCUMENT.heading("SMS Provider --> SQL Server"), sql(SMS_PROVIDER, 6)))
                .section(updatesToInternet())
                .section(updatesToUpstream())
                .section(sqlToSql(edition))
                .section(arrow(DOCUMENT.heading("State migration point --> SQL Server"), sql(STATE_MIGRATION_POINT)));
    }

    private static Section updatesToInternet() {
        return arrow(
                DOCUMENT.heading("Software update point --> internet"),
                flow(SOFTWARE_UPDATE_POINT, INTERNET)
                        .tcp(HTTP, 80)
                        .cite(ConfigMgrArticle.NOTES.place("note 1"))
                        .note(SiteServerArrows.PROXY_NOTE)
                        .erratum(ConfigMgrErrata.PROXY_PORTS)
                        .purpose("fetches updates from the internet"));
    }

    private static Section updatesToUpstream() {
        return arrow(
                DOCUMENT.heading("Software update point --> Upstream WSUS server"),
                wsusHttp(toUpstream(), Ports.UPSTREAM_WSUS_HTTP).note(ClientArrows.WSUS_HTTP_NOTE),
                wsusHttps(toUpstream(), Ports.UPSTREAM_WSUS_HTTPS));
    }

    private static FlowDraft toUpstream() {
        return flow(SOFTWARE_UPDATE_POINT, UPSTREAM_WSUS_SERVER)
                .note(UPSTREAM_NOTE)
                .purpose("synchronizes with the upstream server");
    }

    /** The one arrow in which the editions differ: since 2025-12-08 it has a third row. */
    private static Section sqlToSql(Document edition) {
        boolean earlier = edition.equals(ConfigMgrArticle.EARLIER);
        Row service = row(
                1,
                replication(earlier)
                        .tcp(SQL, Ports.SQL)
                        .note(Arrows.STATIC_PORT_NOTE)
                        .cite(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("intersite, row 2")));
        Row broker = row(
                2,
                replication(earlier)
                        .tcp(SQL_SERVICE_BROKER, Ports.SQL_SERVICE_BROKER)
                        .cite(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("intersite, row 1")));
        return earlier
                ? ConfigMgrArticle.SQL_TO_SQL.section(service, broker)
                : ConfigMgrArticle.SQL_TO_SQL.section(service, broker, row(3, browser()));
    }

    private static FlowDraft browser() {
        return flow(SQL_SERVER, SQL_SERVER)
                .udp(SQL_SERVER_BROWSER, 1434)
                .when(Features.NAMED_SQL_INSTANCE)
                .erratum(ConfigMgrErrata.SQL_BROWSER_COLUMN)
                .purpose("asks on which port a named instance listens");
    }

    private static FlowDraft replication(boolean earlier) {
        FlowDraft replication = toSiteDatabase(SQL_SERVER)
                .cite(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("roles, row 7"))
                .erratum(ConfigMgrErrata.INTERSITE_PORTS_NOT_CONFIGURABLE)
                .note(
                        earlier
                                ? "It runs between a site and its parent or child site. The SQL Server Browser, UDP"
                                        + " 1434, is not needed."
                                : "It runs between a site and its parent or child site.");
        return replication
                .note("Databases of several sites on one server need an instance each, and each instance its own"
                        + " ports.")
                .purpose("replicates data between sites");
    }
}
