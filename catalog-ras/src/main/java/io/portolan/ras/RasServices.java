package io.portolan.ras;

import io.portolan.catalog.Service;

/** The application protocols of the article that are not among the usual ones. */
final class RasServices {
    static final Service ACME_CHALLENGE = Service.of("acme-challenge", "ACME challenge");
    static final Service AGENT = Service.of("ras-agent", "RAS agent");
    static final Service BROKER = Service.of("ras-broker", "RAS Connection Broker");
    static final Service ENROLLMENT = Service.of("ras-enrollment", "RAS enrollment");
    static final Service GATEWAY = Service.of("ras-gateway", "RAS Secure Gateway");
    static final Service GATEWAY_LOOKUP = Service.of("ras-gateway-lookup", "RAS Secure Gateway lookup");
    static final Service GATEWAY_SSL = Service.of("ras-gateway-ssl", "RAS Secure Gateway over SSL");
    static final Service HALB_CONFIGURATION = Service.of("ras-halb-configuration", "HALB configuration");
    static final Service HTML5_SERVER = Service.of("ras-html5-server", "RAS HTML5 web server");
    static final Service INFLUXDB = Service.of("influxdb", "InfluxDB");
    static final Service INTERNAL_COMMANDS = Service.of("ras-internal-commands", "RAS internal commands");
    static final Service KMS = Service.of("kms", "Key Management Service");
    static final Service MANAGEMENT_PORTAL = Service.of("ras-management-portal", "RAS Management Portal");
    static final Service MFA = Service.of("mfa", "Multi-factor authentication");
    static final Service NUTANIX = Service.of("nutanix", "Nutanix management");
    static final Service REDUNDANCY = Service.of("ras-redundancy", "RAS Connection Broker redundancy");
    static final Service REMOTE_INSTALL = Service.of("ras-remote-install", "RAS remote installation");
    static final Service REPORTING = Service.of("ras-reporting", "RAS Reporting");
    static final Service REPORTING_PAGES = Service.of("ras-reporting-pages", "RAS Reporting pages");
    static final Service SHADOWING = Service.of("ras-shadowing", "RAS shadowing");
    static final Service SMTP = Service.of("smtp", "SMTP");
    static final Service SQL = Service.of("sql-server", "SQL Server");
    static final Service SSRS = Service.of("ssrs", "SQL Server Reporting Services");
    static final Service VRRP = Service.of("vrrp", "VRRP");
    static final Service WYSE_DISCOVERY = Service.of("wyse-discovery", "Wyse broker discovery");

    private RasServices() {}
}
