package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.WindowsFirewallReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands take as input, and what they say of input that they cannot take. */
class InputsTest {
    private static final String BRANCH = "../site-file/src/test/resources/site/branch.yaml";
    private static final String IOS = "access-list 101 permit ip any any\n";

    @TempDir
    private Path folder;

    private Path written(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("listing"), text.getBytes(charset));
    }

    private static Run audit(String observed, String... options) {
        String[] all = new String[4 + options.length];
        all[0] = "audit";
        all[1] = BRANCH;
        all[2] = "--observed";
        all[3] = observed;
        System.arraycopy(options, 0, all, 4, options.length);
        return Run.portolan(all);
    }

    @Test
    void canBeWhatPowerShellWrites() throws IOException {
        Run run = audit(written("\uFEFF" + IOS, UTF_16LE).toString(), "--reader", "cisco-ios");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(3);
        assertThat(run.out()).contains("excess", "101 10");
    }

    @Test
    void canBeStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(IOS.getBytes(UTF_8)));
            assertThat(audit("-", "--reader", "cisco-ios").status()).isEqualTo(3);
            System.setIn(new ByteArrayInputStream("x".getBytes(UTF_8)));
            assertThat(audit("-", "--reader", "cisco-ios").err())
                    .startsWith("portolan audit: -:1:1: there is no access list");
            System.setIn(new ByteArrayInputStream("windows: modern\n".getBytes(UTF_8)));
            assertThat(Run.portolan("resolve", "-", "rds").err()).isEmpty();
        } finally {
            System.setIn(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nftables\": []} | nft",
                "*filter%n-A INPUT -j ACCEPT%nCOMMIT | iptables",
                "Rule Name: x | windows",
                "v2.30|Action=Allow|Active=TRUE|Dir=In| | windows",
                "{\"SecurityGroups\": []} | aws",
                "[{\"securityRules\": []}] | azure",
                "access-list 101 permit ip any any | cisco-ios",
            })
    void thatAFirewallListsIsTold(String row) throws IOException {
        int bar = row.lastIndexOf('|');
        String text = row.substring(0, bar).strip().replace("%n", "\n");
        String reader = row.substring(bar + 1).strip();
        Run run = audit(written(text + "\n", UTF_8).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains(": looks like what '").endsWith("' prints; give --reader " + reader + "\n");
    }

    @Test
    void ofOtherFormsGetNoOptionsThatTheyDoNotTake() throws IOException {
        String file = written(IOS, UTF_8).toString();
        assertThat(audit(file, "--programs", "trusted").err()).contains("--programs: only rules of Windows Firewall");
        assertThat(audit(file, "--reader", "cisco-ios", "--host", "gw1").err())
                .contains("--host: lists of Cisco IOS are of a router");
        assertThat(audit(file, "--programs", "some").status()).isEqualTo(2);
    }

    @Test
    void canBeListedByAScript() {
        Run run = Run.portolan("script", "windows-rules");
        assertThat(run.out()).isEqualTo(WindowsFirewallReader.script());
        assertThat(run.status()).isZero();
        assertThat(Run.portolan("script", "windows").status()).isEqualTo(2);
    }

    @Test
    void thatIsTooMuchForTheMemoryIsToldInOneLine() {
        StringWriter err = new StringWriter();
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int from, int count) {
                throw new OutOfMemoryError("Java heap space");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        int status = Portolan.run(new PrintWriter(full), new PrintWriter(err), new Plain(), "catalogs");
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).hasLineCount(1).startsWith("portolan: out of memory; ");
    }
}
