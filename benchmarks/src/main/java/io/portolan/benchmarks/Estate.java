package io.portolan.benchmarks;

import io.portolan.catalog.Endpoint;
import io.portolan.catalog.Infrastructure;
import io.portolan.catalogs.Catalogs;
import io.portolan.configmgr.ConfigMgr;
import io.portolan.planner.Deployment;
import io.portolan.planner.Place;
import io.portolan.planner.Topology;
import io.portolan.ras.Ras;
import io.portolan.rds.Rds;
import io.portolan.site.Site;
import io.portolan.windows.Windows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A site as large companies have it: a few servers of each role, more of them the larger the site; far more servers that are
 * only managed, each with the services of its kind and now and then one more; and users in networks of their own.
 *
 * <p>Addresses are handed out at random within /22 networks of which a fifth stays free, so that equal roles seldom stand
 * side by side. A quarter of the hosts has IPv6, too. The same size gives the same site.
 */
public final class Estate {
    private static final int NETWORK = 1024;
    private static final int USED = 820;
    private static final List<Windows.Role> SERVICES = List.of(Windows.Role.values());

    private final Random random = new Random(5);
    private final Topology.Builder topology = Topology.builder();
    private final List<Integer> free = new ArrayList<>();
    private final int size;
    private int hosts;
    private int networks;

    private Estate(int size) {
        this.size = size;
    }

    /**
     * Returns a site of some hosts, and of networks of users besides.
     *
     * @param hosts how many hosts
     * @return the site
     */
    public static Topology of(int hosts) {
        return new Estate(hosts).build();
    }

    /**
     * Returns the four products, with the defaults of their documents.
     *
     * @return the products
     */
    public static List<Deployment> products() {
        return List.of(
                Deployment.of(Site.empty().resolve(Catalogs.rds())),
                Deployment.of(Site.empty().resolve(Catalogs.ras())),
                Deployment.of(Site.empty().resolve(Catalogs.configMgr())),
                Deployment.of(Site.empty().resolve(Catalogs.windows())));
    }

    private Topology build() {
        addInfrastructure();
        addRds();
        addRas();
        addConfigMgr();
        while (hosts < size) {
            addManaged();
        }
        for (int i = 0; i < 1 + size / 500; i++) {
            topology.add(Place.network("users " + i)
                    .address("10." + (128 + i / 64) + "." + i % 64 * 4 + ".0/22")
                    .address("2001:db8:8000:" + Integer.toHexString(i) + "::/64")
                    .endpoint(Infrastructure.ANY_HOST)
                    .endpoint(Rds.Role.CLIENT)
                    .endpoint(Ras.Role.CLIENT, Ras.Role.WEB_BROWSER)
                    .endpoint(ConfigMgr.Role.CLIENT)
                    .build());
        }
        topology.add(Place.network("internet")
                .anyAddress()
                .endpoint(Infrastructure.INTERNET)
                .build());
        return topology.build();
    }

    private void addInfrastructure() {
        add(
                1 + size / 1000,
                Infrastructure.DOMAIN_CONTROLLER,
                Infrastructure.GLOBAL_CATALOG,
                Infrastructure.DNS_SERVER,
                Windows.Role.ACTIVE_DIRECTORY,
                Windows.Role.DNS,
                Windows.Role.KERBEROS_KEY_DISTRIBUTION_CENTER,
                Windows.Role.NET_LOGON,
                Windows.Role.DFS_REPLICATION,
                Windows.Role.WINDOWS_TIME,
                Windows.Role.SERVER);
        add(size / 500, Infrastructure.SQL_SERVER);
        add(size / 300, Infrastructure.FILE_SERVER, Windows.Role.SERVER, Windows.Role.DFS_NAMESPACES);
        add(size / 2000, Infrastructure.CERTIFICATION_AUTHORITY, Windows.Role.CERTIFICATE_SERVICES);
        add(size / 2000, Infrastructure.RADIUS_SERVER, Windows.Role.INTERNET_AUTHENTICATION);
        add(size / 1000, Infrastructure.DHCP_SERVER, Windows.Role.DHCP);
        add(size / 1000, Infrastructure.MAIL_SERVER, Windows.Role.SMTP);
        add(size / 100, Infrastructure.ADMIN_WORKSTATION, Ras.Role.CONSOLE, ConfigMgr.Role.CONSOLE);
    }

    private void addRds() {
        add(1 + size / 1000, Rds.Role.GATEWAY);
        add(size / 1000, Rds.Role.WEB_ACCESS);
        add(1 + size / 1000, Rds.Role.CONNECTION_BROKER);
        add(1 + size / 20, Rds.Role.SESSION_HOST, Windows.Role.REMOTE_DESKTOP);
        add(size / 500, Rds.Role.VIRTUALIZATION_HOST, Windows.Role.HYPER_V);
        add(1 + size / 5000, Rds.Role.LICENSE_SERVER, Windows.Role.RDS_LICENSING);
    }

    private void addRas() {
        add(1 + size / 1000, Ras.Role.SECURE_GATEWAY, Ras.Role.NORMAL_GATEWAY);
        add(1 + size / 1000, Ras.Role.CONNECTION_BROKER);
        add(size / 20, Ras.Role.SESSION_HOST, Ras.Role.SESSION_HOST_AGENT, Windows.Role.REMOTE_DESKTOP);
        add(size / 1000, Ras.Role.HALB);
        add(size / 500, Ras.Role.PROVIDER_AGENT);
        add(size / 2000, Ras.Role.ENROLLMENT_SERVER);
        add(size / 5000, Ras.Role.REPORTING, Ras.Role.SSRS);
        add(size / 100, Ras.Role.GUEST_AGENT);
    }

    private void addConfigMgr() {
        add(1, ConfigMgr.Role.SITE_SERVER, ConfigMgr.Role.SMS_PROVIDER);
        add(1 + size / 2000, ConfigMgr.Role.MANAGEMENT_POINT, ConfigMgr.Role.FALLBACK_STATUS_POINT);
        add(size / 200, ConfigMgr.Role.DISTRIBUTION_POINT);
        add(size / 500, ConfigMgr.Role.PULL_DISTRIBUTION_POINT);
        add(size / 2000, ConfigMgr.Role.SOFTWARE_UPDATE_POINT);
        add(size / 5000, ConfigMgr.Role.REPORTING_SERVICES_POINT);
        add(size / 5000, ConfigMgr.Role.SERVICE_CONNECTION_POINT, ConfigMgr.Role.CMG_CONNECTION_POINT);
    }

    private void addManaged() {
        switch (hosts % 5) {
            case 0 -> add(1, Windows.Role.WORLD_WIDE_WEB_PUBLISHING, Windows.Role.HTTP_SSL);
            case 1 -> add(1, Windows.Role.SERVER, Windows.Role.PRINT_SPOOLER);
            case 2 -> add(1, Windows.Role.CLUSTER, Windows.Role.DISTRIBUTED_TRANSACTION_COORDINATOR);
            case 3 -> add(1, SERVICES.get(random.nextInt(SERVICES.size())));
            default -> add(1);
        }
    }

    /** Adds hosts of which each is managed and can be reached by its administrators, besides what it is for. */
    private void add(int count, Endpoint... roles) {
        for (int i = 0; i < count && hosts < size; i++) {
            int address = nextAddress();
            Place.Builder host = Place.host("host " + hosts++)
                    .address("10." + address / 65536 + "." + address / 256 % 256 + "." + address % 256);
            if (random.nextInt(4) == 0) {
                host.address("2001:db8:0:" + Integer.toHexString(address / NETWORK) + "::"
                        + Integer.toHexString(1 + address % NETWORK));
            }
            host.endpoint(Infrastructure.ANY_HOST)
                    .endpoint(ConfigMgr.Role.CLIENT)
                    .endpoint(Windows.Role.WINRM, Windows.Role.EVENT_LOG)
                    .endpoint(roles);
            topology.add(host.build());
        }
    }

    private int nextAddress() {
        if (free.isEmpty()) {
            for (int i = 0; i < NETWORK; i++) {
                free.add(networks * NETWORK + i);
            }
            networks++;
            Collections.shuffle(free, random);
            free.subList(USED, NETWORK).clear();
        }
        return free.remove(free.size() - 1);
    }
}
