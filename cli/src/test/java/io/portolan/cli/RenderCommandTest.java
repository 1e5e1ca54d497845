package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code portolan render} does besides what renderers do. */
class RenderCommandTest {
    private static final String BRANCH = "../site-file/src/test/resources/site/branch.yaml";
    private static final String EXAMPLE = "../examples/site.yaml";

    @TempDir
    private Path folder;

    private static Run render(String site, String... options) {
        List<String> args = new ArrayList<>(List.of("render", site));
        args.addAll(List.of(options));
        return Run.portolan(args.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("new").resolve("rules");
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheExampleForEveryTarget(Target target) throws IOException {
        Run run = render(EXAMPLE, "--target", target.id(), "--out", out().toString());
        assertThat(run.status()).as(run.err()).isEqualTo(3); // the example needs names that only proxies can say
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .allMatch(line -> line.startsWith("portolan render: "))
                .anyMatch(line -> line.startsWith("portolan render: left out, name: 10.20.1.13,2001:db8:0:21::13 ->"
                        + " clearinghouse.one.microsoft.com: tcp 443"
                        + " (rds.license-server.microsoft-clearinghouse.https-tcp): "))
                .last()
                .asString()
                .matches("portolan render: the policy leaves out \\d+ flows; 'portolan plan' lists them");
        assertThat(names(out())).contains("portolan-reasons.json").hasSizeGreaterThan(1);
        for (String name : names(out())) {
            assertThat(Files.readString(out().resolve(name), UTF_8))
                    .isNotBlank()
                    .endsWith("\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rendersTheSameTwice(Target target) throws IOException {
        Path again = folder.resolve("again");
        render(BRANCH, "--target", target.id(), "--out", out().toString());
        render(BRANCH, "--target", target.id(), "--out", again.toString());
        assertThat(names(again)).isEqualTo(names(out())).isNotEmpty();
        for (String name : names(again)) {
            assertThat(again.resolve(name)).hasSameBinaryContentAs(out().resolve(name));
        }
    }

    @Test
    void endsWithZeroIfEverythingIsSaid() {
        Run run = render(BRANCH, "--target", "nftables", "--host", "gw1");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("hook input").contains("hook output").doesNotContain("hook forward");
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .startsWith("portolan render: warning: these rules drop what is not allowed"),
                        line -> assertThat(line).startsWith("portolan render: the policy leaves out "));
    }

    @Test
    void givesOurRulesAnotherName() {
        assertThat(render(BRANCH, "--target", "nftables", "--name", "branch").out())
                .contains("table inet branch {")
                .doesNotContain("inet portolan");
    }

    @Test
    void writesKeywordsForWindowsIfAsked() {
        assertThat(render(BRANCH, "--target", "windows", "--host", "dc1", "--rpc-keywords")
                        .out())
                .contains("'RPC'")
                .contains("'RPCEPMap'");
        assertThat(render(BRANCH, "--target", "windows", "--host", "dc1").out()).doesNotContain("'RPC'");
    }

    /** What is on two networks without a host of ours at either end has no script for Windows, which is told. */
    @Test
    void tellsOfPacketsBetweenNetworksForWindows() {
        Run run = render(EXAMPLE, "--target", "windows", "--out", out().toString());
        assertThat(run.err())
                .contains("left out, place: 10.20.9.0/28 -> ")
                .contains(": tcp 2701 (configmgr.console.client.remote-control-tcp): neither end is a host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| Missing required option: '--target=TARGET'",
                "--target nftabels | Invalid value for option '--target': unknown target 'nftabels'; did you mean nftables?"
                        + " expected one of nftables, iptables, windows, netsh, aws-terraform, aws-json, azure-arm,"
                        + " azure-terraform, cisco-ios",
                "--target nftables --host gw | --host: unknown place 'gw'; did you mean gw1? expected one of gw1, dc1, sh1, sh2,"
                        + " north-gw, south-gw, north-1, south-1, anywhere, desks, licensing, cloud",
                "--target nftables --host desks | --host: desks is no host; expected one, as only hosts have firewalls of their"
                        + " own",
                "--target aws-json --host gw1 | security groups are of groups of hosts, not of the host gw1; leave the host out to"
                        + " have them all",
                "--target azure-arm --host gw1 | a network security group is for the whole site, not for the host gw1; leave the"
                        + " host out",
                "--target cisco-ios --host gw1 | access lists of Cisco IOS are for a router between networks, not for the host gw1;"
                        + " leave the host out",
                "--target nftables --name Bad | --name: not a name for rules: \"Bad\"; expected 1 to 20 letters a-z, digits and"
                        + " hyphens, the first a letter",
                "--target nftables --name drop | no table of nftables can be called drop, which is a word of its language; expected"
                        + " another name, such as drop-rules",
                "--target aws-json --name sg-x | security groups called sg-x-...: AWS takes no name that begins with sg-; choose"
                        + " another",
                "--target nftables --rule-budget 0 | --rule-budget: a budget of 0 rules; expected 1 or more",
                "--target nftables --rule-budget many | Invalid value for option '--rule-budget': 'many' is not an int",
                "--target nftables --rpc-keywords | --rpc-keywords: only Windows Firewall has such keywords; leave it out, or take"
                        + " the target windows or netsh",
                "--target windows --merge | --merge: windows has room for any number of rules, so that none are merged; leave it"
                        + " out",
                "--target windows | windows takes 8 files; give a folder for them by --out",
                "--target iptables | iptables takes 3 files; give a folder for them by --out",
            },
            quoteCharacter = '`')
    void refusesWrongUsage(String options, String message) {
        Run run = render(BRANCH, options == null ? new String[0] : options.split(" ", -1));
        assertThat(run.err()).isEqualToNormalizingNewlines("portolan render: " + message + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nftables | 3 | rules of table inet portolan, but there may be 3; raise --rule-budget if the firewall takes more",
                "aws-terraform | 2 | ingress rules of security group portolan-dns-server-domain-controller, but there may be 2;"
                        + " raise --rule-budget if the firewall takes more, or give --merge to have rules joined, which opens"
                        + " more than flows need",
                "azure-arm | 5 | rules of network security group portolan, but there may be 5; raise --rule-budget if the firewall"
                        + " takes more, or give --merge to have rules joined, which opens more than flows need",
            })
    void refusesMoreRulesThanThereMayBe(String target, String budget, String message) {
        Run run = render(BRANCH, "--target", target, "--rule-budget", budget);
        assertThat(run.err().strip()).matches("portolan render: \\d+ " + Pattern.quote(message));
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"aws-terraform, 8", "azure-terraform, 30"})
    void mergesIfAskedAndTellsWhatThatOpens(String target, String budget) {
        Run run = render(BRANCH, "--target", target, "--rule-budget", budget, "--merge");
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).isNotEmpty();
        assertThat(run.err()).contains("portolan render: excess: ");
    }

    @Test
    void replacesFilesAndTouchesNoOthers() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("portolan.nft"), "old", UTF_8);
        Files.writeString(out().resolve("mine.txt"), "mine", UTF_8);
        render(BRANCH, "--target", "nftables", "--out", out().toString());
        assertThat(names(out()))
                .containsExactly("mine.txt", "portolan-nftables.sha256", "portolan-reasons.json", "portolan.nft");
        assertThat(out().resolve("mine.txt")).hasContent("mine");
        assertThat(Files.readString(out().resolve("portolan.nft"), UTF_8)).contains("table inet portolan");
    }

    @Test
    void writesAllFilesOrNone() throws IOException {
        Files.createDirectories(out().resolve("portolan-reasons.json")); // a folder where a file has to go
        Files.writeString(out().resolve("portolan.nft"), "old", UTF_8);
        Run run = render(BRANCH, "--target", "nftables", "--out", out().toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().strip())
                .isEqualTo("portolan render: " + out().resolve("portolan-reasons.json")
                        + " is a folder; nothing was written");
        assertThat(out().resolve("portolan.nft")).hasContent("old");
        assertThat(names(out())).containsExactly("portolan-reasons.json", "portolan.nft");
    }

    @Test
    void removesWhatAnEarlierRunWroteAndSaysSo() throws IOException {
        render(EXAMPLE, "--target", "windows", "--out", out().toString());
        Files.writeString(out().resolve("portolan-mine.ps1"), "mine", UTF_8);
        assertThat(names(out())).contains("portolan-rascb1.ps1");
        Run run = render(BRANCH, "--target", "windows", "--out", out().toString());
        assertThat(names(out())).contains("portolan-mine.ps1").doesNotContain("portolan-rascb1.ps1");
        assertThat(run.err()).contains("portolan render: removed portolan-rascb1.ps1, which is not needed any more");
    }

    @Test
    void tellsWhereItCannotWrite() throws IOException {
        assertThat(render(BRANCH, "--target", "nftables", "--out", "").err().strip())
                .isEqualTo(
                        "portolan render: --out: expected a folder, but found nothing; write . for the current folder");
        Path file = Files.writeString(folder.resolve("file"), "", UTF_8);
        Run run = render(BRANCH, "--target", "nftables", "--out", file.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().strip()).isEqualTo("portolan render: " + file + " is a file; expected a folder");
        assertThat(render(BRANCH, "--target", "nftables", "--out", "a\0b").err().strip())
                .isEqualTo("portolan render: --out: 'a?b' is not a path of a folder");
    }

    /** What people call things does nothing to the terminal. */
    @Test
    void showsNamesWithoutTheirPower() throws IOException {
        String site = Files.readString(Path.of(BRANCH), UTF_8).replace("farm-north", "\"farm\\u202e\"");
        Path file = Files.writeString(folder.resolve("s.yaml"), site, UTF_8);
        Run run = render(file.toString(), "--target", "nftables");
        assertThat(run.err()).isNotEmpty().doesNotContain("\u202e");
        assertThat(run.out()).doesNotContain("\u202e");
    }
}
