package io.portolan.cli;

import static io.portolan.catalog.FlowDraft.flow;
import static io.portolan.catalog.Row.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.catalog.Cast;
import io.portolan.catalog.Catalog;
import io.portolan.catalog.Choice;
import io.portolan.catalog.Citation;
import io.portolan.catalog.Document;
import io.portolan.catalog.Edition;
import io.portolan.catalog.FeatureOption;
import io.portolan.catalog.OutsideSite;
import io.portolan.catalog.PortCoupling;
import io.portolan.catalog.PortSetting;
import io.portolan.catalog.PortSpec;
import io.portolan.catalog.ProductRole;
import io.portolan.catalog.Service;
import io.portolan.catalog.Toggle;
import io.portolan.catalog.Traffic;
import io.portolan.catalog.WindowsGeneration;
import io.portolan.json.CatalogJson;
import io.portolan.net.IpProtocol;
import io.portolan.net.PortSet;
import io.portolan.net.Transport;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The formats of what no catalog holds yet: every kind of traffic, condition, setting and endpoint. */
class EveryKindTest {
    private enum Role implements ProductRole {
        NODE;

        @Override
        public String title() {
            return "Node *1* | <b>";
        }
    }

    private enum Channel implements FeatureOption {
        TCP_TLS,
        HTTPS;

        @Override
        public String title() {
            return name();
        }
    }

    private static final Document DOCUMENT = Document.builder()
            .id("doc")
            .title("Doc")
            .publisher("Us")
            .address("https://example.com/doc")
            .date(LocalDate.of(2026, 1, 2))
            .build();
    private static final Citation PLACE = DOCUMENT.heading("Section").place("text");
    private static final PortSetting WSUS = PortSetting.builder()
            .id("wsus")
            .title("WSUS")
            .defaultPort(8530)
            .addAlternatives(80, 8530)
            .configuredIn("IIS")
            .citation(PLACE)
            .build();
    private static final PortSetting WSUS_HTTPS = PortSetting.builder()
            .id("wsus-https")
            .title("WSUS over TLS")
            .configuredIn("IIS")
            .citation(PLACE)
            .build();
    private static final Choice<Channel> CHANNEL = Choice.of("channel", "the channel", PLACE, Channel.TCP_TLS);
    private static final Choice<Channel> FALLBACK = Choice.of("fallback", "the fallback", PLACE, Channel.class);
    private static final Toggle PXE = Toggle.of("pxe", "PXE is on", PLACE, false);
    private static final OutsideSite SITE = OutsideSite.builder()
            .id("site")
            .title("Site")
            .address("*.example.com")
            .serviceTag("AzureCloud")
            .build();

    private static final Catalog<Role> CATALOG = Catalog.builder("kinds", "Kinds", Role.class)
            .edition(Edition.builder()
                    .version("1")
                    .asOf(LocalDate.of(2026, 1, 2))
                    .addDocuments(DOCUMENT)
                    .build())
            .settings(WSUS, WSUS_HTTPS)
            .couplings(PortCoupling.of(WSUS, 80, WSUS_HTTPS, 443, PLACE))
            .features(CHANNEL, FALLBACK, PXE)
            .remark("Mind the kinds.")
            .section(DOCUMENT.heading("Section, \"quoted\"")
                    .section(row(
                            1,
                            flow(Role.NODE, Role.NODE)
                                    .over(Service.of("vrrp", "VRRP"), Traffic.of(Transport.ip(IpProtocol.VRRP)))
                                    .cast(Cast.MULTICAST)
                                    .purpose("agrees"),
                            flow(Role.NODE, Role.NODE)
                                    .over(Service.of("ping", "Ping"), Traffic.of(Transport.icmp(8, 0)))
                                    .optional()
                                    .when(PXE)
                                    .purpose("asks"),
                            flow(Role.NODE, Role.NODE)
                                    .over(Service.of("ping", "Ping"), Traffic.of(Transport.icmpV6(128)))
                                    .purpose("asks"),
                            flow(Role.NODE, Role.NODE)
                                    .over(
                                            Service.of("dhcp", "DHCP"),
                                            Traffic.udp(PortSpec.of(68)).from(PortSet.of(67)))
                                    .repliesFrom(PortSpec.of(PortSet.ofRange(1024, 65_535)))
                                    .purpose("leases"),
                            flow(Role.NODE, SITE)
                                    .tcp(Service.HTTP, WSUS)
                                    .unless(PXE)
                                    .when(CHANNEL, Channel.HTTPS)
                                    .when(WindowsGeneration.LEGACY)
                                    .purpose("updates"))))
            .build();

    @Test
    void csv() {
        assertThat(FlowCsv.format(ImmutableList.copyOf(CATALOG.flows())).split("\r\n"))
                .containsExactly(
                        "id,source,destination,protocol,ports,service,necessity,conditions,setting,cast,document,section",
                        "kinds.node.node.vrrp,node,node,ip:112,,vrrp,required,,,multicast,doc,"
                                + "\"Section, \"\"quoted\"\"\"",
                        "kinds.node.node.ping-icmp,node,node,icmp,,ping,optional,pxe,,unicast,doc,"
                                + "\"Section, \"\"quoted\"\"\"",
                        "kinds.node.node.ping-icmpv6,node,node,ip:58,,ping,required,,,unicast,doc,"
                                + "\"Section, \"\"quoted\"\"\"",
                        "kinds.node.node.dhcp-udp,node,node,udp,68,dhcp,required,,,unicast,doc,"
                                + "\"Section, \"\"quoted\"\"\"",
                        "kinds.node.site.http-tcp,node,site,tcp,80|8530,http,conditional,"
                                + "\"!pxe;channel=https;windows=legacy\",wsus,unicast,doc,\"Section, \"\"quoted\"\"\"");
    }

    @Test
    void json() {
        String json = CatalogJson.of(CATALOG).replaceAll("\\s+", " ");
        assertThat(json)
                .contains("{ \"id\" : \"site\", \"title\" : \"Site\", \"address\" : \"*.example.com\","
                        + " \"serviceTag\" : \"AzureCloud\" }")
                .contains("\"default\" : 8530, \"alternatives\" : [ 80, 8530 ], \"allowed\" : \"1-65535\"")
                .contains("\"id\" : \"channel\", \"statement\" : \"the channel\", \"default\" : \"tcp-tls\","
                        + " \"options\" : [ { \"id\" : \"tcp-tls\", \"title\" : \"TCP_TLS\" },"
                        + " { \"id\" : \"https\", \"title\" : \"HTTPS\" } ]")
                .contains("\"id\" : \"fallback\", \"statement\" : \"the fallback\", \"options\"")
                .contains("\"id\" : \"pxe\", \"statement\" : \"PXE is on\", \"default\" : false")
                .contains("\"protocol\" : \"icmp\", \"ports\" : \"\", \"icmpType\" : 8, \"icmpCode\" : 0")
                .contains("\"protocol\" : \"ip:58\", \"ports\" : \"\", \"icmpType\" : 128, \"service\"")
                .contains("\"ports\" : \"68\", \"sourcePorts\" : \"67\"")
                .contains("\"remarks\" : [ \"Mind the kinds.\" ]")
                .contains("\"replyPorts\" : \"1024-65535\"")
                .contains("{ \"setting\" : \"wsus\", \"port\" : 80, \"demandsSetting\" : \"wsus-https\","
                        + " \"demandsPort\" : 443,")
                .contains("\"conditions\" : [ \"!pxe\", \"channel=https\", \"windows=legacy\" ]")
                .contains("\"section\" : \"Section, \\\"quoted\\\"\"");
    }

    @Test
    void markdownTakesNoTextForMarkup() {
        assertThat(CatalogMarkdown.export(CATALOG))
                .contains("| `node` | Node \\*1\\* \\| \\<b\\> |  |")
                .contains("| `site` | Site | `*.example.com`, service tag `AzureCloud` |")
                .contains("| `wsus` | WSUS | 80\\|8530 | 1-65535 | IIS | doc: Section, text |")
                .contains("| `channel` | the channel: tcp-tls (TCP\\_TLS) or https (HTTPS) | tcp-tls |")
                .contains("| `fallback` | the fallback: tcp-tls (TCP\\_TLS) or https (HTTPS) |  |")
                .contains("\n> Mind the kinds.\n")
                .contains("Where `wsus` is 80, `wsus-https` must be 443 (doc: Section, text).")
                .contains("| leases. Answers come from 1024-65535. |")
                .contains("| `pxe` | PXE is on | no |")
                .contains("| 1 | `node` | `node` | Ping | icmp type 8 code 0 |  | optional if PXE is on | asks. |");
    }

    @Test
    void table() {
        assertThat(FlowTable.format(List.of(CATALOG), ImmutableList.copyOf(CATALOG.flows()), 80))
                .endsWith("doc is Us: Doc (2026-01-02), https://example.com/doc\nMind the kinds.\n")
                .contains("node  node  VRRP     vrrp                required\n")
                .contains("node  site  HTTP     tcp 80|8530*        conditional\n")
                .contains("    row 1: updates; unless PXE is on and if the channel is HTTPS and if the\n")
                .contains("\n    listening host runs Windows older than Server 2008\n")
                .contains("* the site may change it: wsus\n");
    }
}
