package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.testing.Judge;
import io.portolan.testing.JudgedBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sites that we ship, rendered, before the parsers of those who load them; and through the kernel back to an audit. */
class ExamplesIT {
    private static final String SITE = "../examples/site.yaml";
    private static final String NEXT = "../examples/site-next.yaml";

    @TempDir
    private Path folder;

    private void render(String site, String target, String... options) {
        List<String> args = new ArrayList<>(List.of("render", site, "--target", target, "--out", folder.toString()));
        args.addAll(List.of(options));
        Run run = Run.portolan(args.toArray(String[]::new));
        assertThat(run.status()).as(run.err()).isIn(0, 3);
    }

    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private void accepts(String script) throws Exception {
        Run run = Judges.inNamespace(folder, script);
        assertThat(run.status()).as(script + ": " + run.err() + run.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {SITE, NEXT})
    @JudgedBy({Judge.NFTABLES, Judge.IPTABLES})
    void nftablesTakesThem(String site) throws Exception {
        for (String host : List.of("", "rdgw1", "dc1", "pri1", "rascb1")) {
            render(site, "nftables", host.isEmpty() ? new String[0] : new String[] {"--host", host});
            accepts("nft -c -f portolan.nft");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SITE, NEXT})
    @JudgedBy({Judge.NFTABLES, Judge.IPTABLES})
    void iptablesTakesThem(String site) throws Exception {
        for (String host : List.of("", "rdgw1", "dc1", "pri1", "rascb1")) {
            render(site, "iptables", host.isEmpty() ? new String[0] : new String[] {"--host", host});
            accepts("sh -n portolan.sh; iptables-restore --test --noflush portolan.v4;"
                    + " ip6tables-restore --test --noflush portolan.v6");
        }
    }

    @ParameterizedTest
    @CsvSource({
        SITE + ", aws-terraform",
        SITE + ", azure-terraform",
        NEXT + ", aws-terraform",
        NEXT + ", azure-terraform"
    })
    @JudgedBy(Judge.HCL)
    void terraformTakesThem(String site, String target) throws Exception {
        render(site, target);
        Path script = Files.writeString(folder.resolve("parse.cjs"), """
                const { parse } = require(process.argv[2] + '/node_modules/@cdktn/hcl2json');
                const text = require('fs').readFileSync(0, 'utf8');
                parse('test.tf', text).then(
                  parsed => console.log(Object.keys(parsed.resource).join(' ')),
                  error => { console.error(String(error)); process.exit(1); });
                """, UTF_8);
        Run run = Judges.node(script, Files.readString(files(".tf").get(0), UTF_8));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(target.startsWith("aws") ? "aws_security_group" : "azurerm_network_security_group");
    }

    @ParameterizedTest
    @ValueSource(strings = {SITE, NEXT})
    @JudgedBy(Judge.POWERSHELL)
    void powerShellTakesThem(String site) throws Exception {
        Path oracle = Path.of("..", "firewall", "src", "test", "resources", "oracles", "powershell.mjs");
        render(site, "windows", "--rpc-keywords");
        StringBuilder scripts = new StringBuilder();
        for (Path script : files(".ps1")) {
            scripts.append(Base64.getEncoder().encodeToString(Files.readAllBytes(script)))
                    .append('\n');
        }
        Run run = Judges.node(oracle, scripts.toString());
        assertThat(run.out().lines())
                .as(run.err())
                .hasSameSizeAs(files(".ps1"))
                .allMatch(answer -> answer.startsWith("ok\t"));
    }

    /** What the kernel lists of the rules that it was given is the policy, but for names that it cannot say. */
    @ParameterizedTest
    @CsvSource({
        "nftables, nft, nft -f portolan.nft; nft -j list ruleset",
        "iptables, iptables, sh portolan.sh; iptables-save; ip6tables-save"
    })
    @JudgedBy({Judge.NFTABLES, Judge.IPTABLES})
    void comeBackFromTheKernelAsTheyWere(String target, String reader, String script) throws Exception {
        for (String host : List.of("", "rdgw1", "dc1")) {
            String[] options = host.isEmpty() ? new String[0] : new String[] {"--host", host};
            render(SITE, target, options);
            Run listing = Judges.inNamespace(folder, script);
            assertThat(listing.status()).as(listing.err()).isZero();
            Path observed = Files.writeString(folder.resolve("listing"), listing.out(), UTF_8);
            List<String> args = new ArrayList<>(
                    List.of("audit", SITE, "--open", "defaults", "--format", "csv", "--reader", reader, "--observed"));
            args.add(observed.toString());
            args.addAll(List.of(options));
            Run audit = Run.portolan(args.toArray(String[]::new));
            assertThat(audit.err()).isEmpty();
            assertThat(audit.out().lines().skip(1)).isNotEmpty().allMatch(ExamplesIT::isMetOrCannotBeSaid);
        }
    }

    private static boolean isMetOrCannotBeSaid(String line) {
        return line.startsWith("met,")
                || (line.startsWith("missing,") && (line.contains("microsoft.com") || line.contains("parallels.com")));
    }
}
