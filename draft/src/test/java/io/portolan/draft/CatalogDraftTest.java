package io.portolan.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.catalog.Catalog;
import io.portolan.catalog.Document;
import io.portolan.catalog.Flow;
import io.portolan.net.IpProtocol;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogDraftTest {
    private static final DraftTitle TITLE = new DraftTitle(
            "com.example.shop",
            "Shop",
            "shop",
            "Web shop",
            Document.builder()
                    .id("handbook")
                    .title("The \"operations\" handbook \\ of \u00fcber-shop */")
                    .publisher("Shop")
                    .address("https://shop.example/handbook")
                    .date(LocalDate.of(2026, 3, 1))
                    .build());

    private static final TableLayout COLUMNS = TableLayout.builder()
            .fromColumn("Client")
            .toColumn("Server")
            .serviceColumn("Service")
            .portsColumn("Ports")
            .build();

    private static final String HANDBOOK = """
            # Handbook

            ## Inside

            | Client | Server | Service | Ports | Remark |
            |---|---|---|---|---|
            | Front end | Database | PostgreSQL | 5432/TCP | orders |
            | Front end | `cache` | Redis<sup>[1](#note1)</sup> | TCP 6379 | sessions |
            | The front end | Domain name server | DNS | 53 (TCP/UDP) | names |
            | Front end | Database | PostgreSQL | 5433 tcp | only if there are reports |

            ### Behind

            | Client | Server | Service | Ports |
            |---|---|---|---|
            | Database | Backup (*) | Copies | 80 or 8080/TCP |
            | Database | Backup | Copies | 49152-65535/TCP |
            | Database | Backup | Copies | 999 |
            | Database | Backup |
            | Database | *.backup.example.com | HTTPS | 443, 8443/tcp |

            ## Elsewhere

            | Key | Value |
            |---|---|
            | a | b |
            """;

    @TempDir
    private Path folder;

    @Test
    void understandsWhatIsPlainAndFlagsTheRest() {
        CatalogDraft draft = CatalogDraft.fromMarkdown(HANDBOOK, COLUMNS, TITLE);
        assertThat(draft.rowCount()).isEqualTo(9);
        assertThat(draft.clearCount()).isEqualTo(3);
        assertThat(draft.flaggedCount()).isEqualTo(2);
        assertThat(draft.undecidedCount()).isEqualTo(4);
        assertThat(draft.ledger().lines().filter(line -> !line.startsWith("#") && !line.isEmpty()))
                .containsExactly(
                        "[Inside]",
                        "1 | front-end | database | postgresql | tcp 5432 | required",
                        "2 | front-end | cache | redis | tcp 6379 | required",
                        "3 | front-end | domain-name-server | dns | tcp 53 | required",
                        "3 | front-end | domain-name-server | dns | udp 53 | required",
                        "4 | front-end | database | postgresql | tcp 5433 | required",
                        "[Inside > Behind]",
                        "5 | database | backup-example-com | https | tcp 443,8443 | required");
    }

    @Test
    void listNamesEveryRowWithADoubtAndEveryTablePassedOver() {
        assertThat(CatalogDraft.fromMarkdown(HANDBOOK, COLUMNS, TITLE).undecided())
                .isEqualTo("""
                # To be decided: Web shop

                9 rows: 3 clear, 2 drafted with a doubt, 4 without flows until somebody decides.
                Every flow still needs a purpose in words of your own, and whether it is required.

                ## Inside

                - row 2, drafted: Front end | cache | Redis | TCP 6379 | sessions
                  - footnote 1 at the column Service
                - row 4, drafted: Front end | Database | PostgreSQL | 5433 tcp | only if there are reports
                  - "only" in the column Remark: a condition, or optional?

                ## Inside > Behind

                - row 1, without flows: Database | Backup | Copies | 80 or 8080/TCP
                  - alternatives: a setting, or all of them? ("80 or 8080/TCP")
                  - footnote * at the column Server
                - row 2, without flows: Database | Backup | Copies | 49152-65535/TCP
                  - a wide range: the dynamic range of the host, or these numbers? ("49152-65535/TCP")
                - row 3, without flows: Database | Backup | Copies | 999
                  - neither TCP nor UDP is named
                - row 4, without flows: Database | Backup |  |
                  - the column Service names no service
                  - the row gives no ports

                ## Tables that were passed over

                - Elsewhere: the table with the columns [Key, Value] has no [Client, Server, Service, Ports]
                """);
    }

    @Test
    void classCompilesAndItsFlowsAreThoseOfTheLedger() throws Exception {
        CatalogDraft draft = CatalogDraft.fromMarkdown(HANDBOOK, COLUMNS, TITLE);
        Catalog<?> catalog = Compiled.catalog(draft, TITLE, folder);
        assertThat(catalog.flows().stream().map(CatalogDraftTest::fact))
                .containsExactlyElementsOf(draft.ledger()
                        .lines()
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("["))
                        .toList());
        assertThat(catalog.id()).isEqualTo("shop");
        assertThat(catalog.edition().documents()).containsExactly(TITLE.document());
        assertThat(catalog.flows().stream().map(Flow::id))
                .contains("shop.front-end.database.postgresql-tcp.section-1-row-4");
    }

    private static String fact(Flow flow) {
        return String.join(
                " | ",
                flow.citations().get(0).row().replace("row ", ""),
                flow.source().id(),
                flow.destination().id(),
                flow.service().id(),
                flow.traffic().toString(),
                flow.necessity().id());
    }

    @Test
    void partiesCanBeToldForAllRowsOrStandInASentence() throws Exception {
        String document = """
                ## Ports
                |Description|UDP|TCP|
                |--|--|--|
                |HTTP from the client computer to a management point when it is plain.|--|80|
                |SMB between the site server and the client.|--|445|
                |Name service from a client to the server|53|53 (See note 1, **Other port**)|
                """;
        CatalogDraft sentences = CatalogDraft.fromMarkdown(
                document,
                TableLayout.builder()
                        .partiesColumn("Description")
                        .service("To be told")
                        .udpColumn("udp")
                        .tcpColumn("tcp")
                        .build(),
                TITLE);
        assertThat(sentences.ledger())
                .contains("1 | client-computer | management-point | to-be-told | tcp 80 | required")
                .contains("# row 2: to be decided")
                .contains("3 | client | server | to-be-told | udp 53 | required")
                .contains("3 | client | server | to-be-told | tcp 53 | required");
        assertThat(sentences.undecided())
                .contains("the sentence does not say who opens the connection to whom")
                .contains("footnote See note 1, Other port at the column TCP");
        CatalogDraft told = CatalogDraft.fromMarkdown(
                document,
                TableLayout.builder()
                        .from("client")
                        .to("domain-controller")
                        .service("HTTPS")
                        .portsColumn("TCP")
                        .protocol(IpProtocol.TCP)
                        .build(),
                TITLE);
        assertThat(Compiled.catalog(told, TITLE, folder).flows())
                .hasSize(3)
                .allSatisfy(flow -> assertThat(flow.destination().id()).isEqualTo("domain-controller"));
    }

    @Test
    void htmlTablesAreReadWithTheirMergedCells() {
        String document = """
                <h1>Ports</h1><h2>Servers</h2>
                <table><tr><th>Client</th><th>Server</th><th>Service</th><th>Ports</th></tr>
                <tr><td rowspan="2">Front <b>end</b></td><td>Database</td><td>SQL<sup>a</sup></td><td>TCP&nbsp;5432</td></tr>
                <tr><td>Cache</td><td>Redis</td><td>TCP 6379<br></td></tr>
                <tr><td>Front end</td><td colspan="2">Anything</td><td>TCP 1</td></tr></table>
                """;
        CatalogDraft draft = CatalogDraft.fromHtml(document, COLUMNS, TITLE);
        assertThat(draft.ledger()).endsWith("""
                        [Servers]
                        1 | front-end | database | sql | tcp 5432 | required
                        2 | front-end | cache | redis | tcp 6379 | required
                        3 | front-end | anything | anything | tcp 1 | required
                        """);
        assertThat(draft.undecided())
                .contains("the cell \"Front end\" of the column Client is merged: for each row, or for all together?")
                .contains("footnote a at the column Service")
                .contains("the cell \"Anything\" of the column Server is merged");
        assertThat(draft.clearCount()).isZero();
        assertThat(CatalogDraft.fromMarkdown(document, COLUMNS, TITLE).ledger()).contains("tcp 6379");
    }

    @Test
    void outsideSitesBearTheirAddresses() throws Exception {
        CatalogDraft draft = CatalogDraft.fromMarkdown(
                """
                |Address|Protocol|Port|
                |--|--|--|
                |`*.example.com`|TCP|443|
                |https://login.example.com|TCP|443|
                |`169.254.169.254`|TCP|80|
                """,
                TableLayout.builder()
                        .from("Session host")
                        .toColumn("Address")
                        .service("HTTPS")
                        .portsColumn("Port")
                        .protocol(IpProtocol.TCP)
                        .build(),
                TITLE);
        assertThat(Compiled.catalog(draft, TITLE, folder).endpoints())
                .extracting(Object::toString)
                .contains("example-com", "login-example-com", "site-169-254-169-254");
        assertThat(draft.javaSource()).contains(".address(\"*.example.com\")");
    }

    @Test
    void documentWithoutTheColumnsIsRefusedWithWhatItHas() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogDraft.fromMarkdown("|A|\n|--|\n|b|\n", COLUMNS, TITLE))
                .withMessage("no table with rows has the columns [Client, Server, Service, Ports]; the document has"
                        + " [Table: the table with the columns [A] has no [Client, Server, Service, Ports]]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CatalogDraft.fromHtml("<p>nothing</p>", COLUMNS, TITLE))
                .withMessageEndingWith("the document has no tables");
    }

    @Test
    void layoutMustTellPartiesServiceAndPorts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableLayout.builder()
                        .from("a")
                        .service("b")
                        .portsColumn("c")
                        .build())
                .withMessageStartingWith("expected who opens and to whom");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableLayout.builder()
                        .from("a")
                        .partiesColumn("d")
                        .service("b")
                        .portsColumn("c")
                        .build())
                .withMessageStartingWith("expected who opens and to whom");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TableLayout.builder().from("a").to("b").portsColumn("c").build())
                .withMessageStartingWith("expected what the packets carry");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TableLayout.builder().from("a").to("b").service("c").build())
                .withMessage("expected a column of ports");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TableLayout.builder().protocol(IpProtocol.GRE))
                .withMessage("the protocol gre has no ports; expected tcp or udp");
    }

    @Test
    void namesThatJavaOrACatalogWouldRefuseAreRefused() {
        for (List<String> names : List.of(
                List.of("com..example", "Shop", "shop", "Web shop"),
                List.of("com.example", "class", "shop", "Web shop"),
                List.of("com.example", "Shop", "Web shop", "Web shop"),
                List.of("com.example", "Shop", "shop", " "))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new DraftTitle(names.get(0), names.get(1), names.get(2), names.get(3), TITLE.document()));
        }
    }
}
