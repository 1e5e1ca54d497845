package io.portolan.configmgr;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Infrastructure.DOMAIN_CONTROLLER;
import static io.portolan.catalog.Infrastructure.GLOBAL_CATALOG;
import static io.portolan.catalog.Infrastructure.SQL_SERVER;
import static io.portolan.catalog.PortSpec.rpcDynamic;
import static io.portolan.catalog.Row.row;
import static io.portolan.catalog.Service.HTTP;
import static io.portolan.catalog.Service.HTTPS;
import static io.portolan.catalog.Service.LDAP;
import static io.portolan.catalog.Service.LDAPS;
import static io.portolan.catalog.Service.RPC;
import static io.portolan.catalog.Service.RPC_ENDPOINT_MAPPER;
import static io.portolan.catalog.Service.SMB;
import static io.portolan.configmgr.ConfigMgr.Role.DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.PULL_DISTRIBUTION_POINT;
import static io.portolan.configmgr.ConfigMgr.Role.SITE_SERVER;
import static io.portolan.configmgr.ConfigMgrServices.GLOBAL_CATALOG_LDAP;
import static io.portolan.configmgr.ConfigMgrServices.SQL;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.FlowDraft;
import io.portolan.catalog.Heading;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.Row;
import io.portolan.catalog.Section;
import io.portolan.configmgr.ConfigMgr.Features;
import io.portolan.configmgr.ConfigMgr.Ports;
import io.portolan.configmgr.ConfigMgr.Role;

/** What many arrows of the article have in common. */
final class Arrows {
    /** For every connection to a database engine. */
    static final String STATIC_PORT_NOTE =
            "The port must be static: dynamic ports, which named instances have by default, are not supported.";

    private static final String REPLICA_NOTE =
            "Where the site database is in an Always On availability group, the flow is needed to each replica that"
                    + " hosts it.";
    private static final String GLOBAL_CATALOG_NOTE =
            "The article says domain controller; only one that holds the global catalog listens on this port.";

    private Arrows() {}

    /** Returns an arrow with one draft for each row of its table. */
    static Section arrow(Heading heading, FlowDraft... drafts) {
        Row[] rows = new Row[drafts.length];
        for (int i = 0; i < drafts.length; i++) {
            rows[i] = row(i + 1, drafts[i]);
        }
        return heading.section(rows);
    }

    /** Returns an arrow with two heads between site server and site system: SMB and RPC, there and back. */
    static Section bothWays(Heading heading, Role siteSystem) {
        return heading.section(shareRow(siteSystem), endpointMapperRow(siteSystem), rpcRow(siteSystem));
    }

    /** Returns row 1 of an arrow with two heads: SMB. */
    static Row shareRow(Role siteSystem) {
        return row(
                1,
                toSiteSystem(siteSystem).tcp(SMB, 445),
                toSiteServer(siteSystem).tcp(SMB, 445));
    }

    /** Returns row 2 of an arrow with two heads: the endpoint mapper, by UDP and TCP. */
    static Row endpointMapperRow(Role siteSystem) {
        return row(
                2,
                udpEndpointMapper(toSiteSystem(siteSystem)),
                toSiteSystem(siteSystem).tcp(RPC_ENDPOINT_MAPPER, 135),
                udpEndpointMapper(toSiteServer(siteSystem)),
                toSiteServer(siteSystem).tcp(RPC_ENDPOINT_MAPPER, 135));
    }

    /** Returns row 3 of an arrow with two heads: RPC. */
    static Row rpcRow(Role siteSystem) {
        return row(
                3,
                toSiteSystem(siteSystem).tcp(RPC, rpcDynamic()),
                toSiteServer(siteSystem).tcp(RPC, rpcDynamic()));
    }

    static FlowDraft toSiteSystem(Role siteSystem) {
        return flow(SITE_SERVER, siteSystem).purpose("installs and configures the site system");
    }

    /** Returns a draft of the way back, which note 5 lets a site do without. */
    static FlowDraft toSiteServer(Role siteSystem) {
        return flow(siteSystem, SITE_SERVER)
                .unless(Features.SITE_SERVER_INITIATES)
                .unless(Features.siteServerInitiates(siteSystem))
                .erratum(ConfigMgrErrata.NOTE_5_MARKS)
                .cite(ConfigMgrArticle.NOTES.place("note 5"))
                .purpose("reports status to the site server");
    }

    static FlowDraft udpEndpointMapper(FlowDraft draft) {
        return draft.udp(RPC_ENDPOINT_MAPPER, 135).erratum(ConfigMgrErrata.UDP_ENDPOINT_MAPPER);
    }

    static FlowDraft toDistributionPoints(Endpoint source) {
        return flow(source, DISTRIBUTION_POINT).alsoTo(PULL_DISTRIBUTION_POINT);
    }

    /** Returns a connection to a database that is or can be the site database. */
    static FlowDraft toSiteDatabase(Endpoint source) {
        return flow(source, SQL_SERVER).note(REPLICA_NOTE).cite(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("Always On"));
    }

    /** Returns a connection of a role that the article names either in an arrow or in its list of roles, but not in both. */
    static FlowDraft sql(Role source) {
        return siteDatabase(source).erratum(ConfigMgrErrata.SQL_ROLES);
    }

    /** Returns a connection of a role that the article names in an arrow and also in its list of roles, at the place given. */
    static FlowDraft sql(Role source, int place) {
        return siteDatabase(source).cite(ConfigMgrArticle.CONNECTIONS_TO_SQL.place("roles, row " + place));
    }

    private static FlowDraft siteDatabase(Role source) {
        return toSiteDatabase(source)
                .tcp(SQL, Ports.SQL)
                .note(STATIC_PORT_NOTE)
                .purpose("reads and writes the site database");
    }

    /** Returns a connection to WSUS, on the HTTP port of its setting. */
    static FlowDraft wsusHttp(FlowDraft draft, PortSetting port) {
        return draft.tcp(HTTP, port).cite(ConfigMgrArticle.NOTES.place("note 3"));
    }

    /** Returns a connection to WSUS, on the HTTPS port of its setting, where HTTPS is in use. */
    static FlowDraft wsusHttps(FlowDraft draft, PortSetting port) {
        return draft.tcp(HTTPS, port)
                .when(Features.SOFTWARE_UPDATES_OVER_HTTPS)
                .cite(ConfigMgrArticle.NOTES.place("note 3"))
                .erratum(ConfigMgrErrata.WSUS_HTTPS_ONE_OR_HIGHER);
    }

    /** Returns the table of both arrows to domain controllers. */
    static Section toDirectory(Heading heading, Role source, String purpose) {
        return heading.section(
                row(1, directory(source, purpose).udp(LDAP, 389).tcp(LDAP, 389)),
                row(
                        2,
                        directory(source, purpose).udp(LDAPS, 636).erratum(ConfigMgrErrata.UDP_LDAPS),
                        directory(source, purpose).tcp(LDAPS, 636)),
                row(
                        3,
                        flow(source, GLOBAL_CATALOG)
                                .tcp(GLOBAL_CATALOG_LDAP, 3268)
                                .note(GLOBAL_CATALOG_NOTE)
                                .purpose("searches the whole forest")),
                row(4, directory(source, purpose).tcp(RPC_ENDPOINT_MAPPER, 135)),
                row(5, directory(source, purpose).tcp(RPC, rpcDynamic())));
    }

    private static FlowDraft directory(Role source, String purpose) {
        return flow(source, DOMAIN_CONTROLLER).purpose(purpose);
    }
}
