package io.portolan.firewall.cisco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.portolan.firewall.CiscoIos;
import io.portolan.firewall.CiscoIosReader;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.windows.Harbour;
import io.portolan.planner.Audit;
import io.portolan.planner.AuditReport;
import io.portolan.planner.Finding;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.Policy;
import io.portolan.planner.StatelessAudit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CiscoIosReaderTest {
    private static List<String> read(String... lines) {
        return CiscoIosReader.read(String.join("\n", lines), ReadOptions.none()).rules().stream()
                .filter(rule -> !rule.toString().startsWith("the listing: unknown ::/0"))
                .map(ObservedRule::toString)
                .toList();
    }

    /** Returns what an entry of an extended list says. */
    private static String entry(String entry) {
        List<String> rules = read("ip access-list extended WEB", " " + entry);
        return rules.size() == 1 ? "none" : rules.get(0).substring("WEB 10: ".length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "permit ip any any | allow 0.0.0.0/0 -> 0.0.0.0/0: every protocol",
                "10 permit tcp any host 10.0.0.1 eq www (123 matches) | allow 0.0.0.0/0 -> 10.0.0.1: [tcp 80]",
                "permit tcp 10.1.0.0 0.0.255.255 any neq 22 telnet | allow 10.1.0.0/16 -> 0.0.0.0/0: [tcp"
                        + " 0-21,24-65535]",
                "permit udp any gt 1023 any lt 1024 log | allow 0.0.0.0/0 -> 0.0.0.0/0: [udp 0-1023 from 1024-65535]",
                "permit tcp any any range 20 ftp | allow 0.0.0.0/0 -> 0.0.0.0/0: [tcp 20-21]",
                "permit ip 10.0.0.1 0.0.1.0 any | allow 10.0.0.1,10.0.1.1 -> 0.0.0.0/0: every protocol",
                "permit ip 10.0.0.5 0.0.0.255 any | allow 10.0.0.0/24 -> 0.0.0.0/0: every protocol",
                "deny icmp any any echo | deny 0.0.0.0/0 -> 0.0.0.0/0: [icmp type 8]",
                "permit icmp any any host-unreachable | allow 0.0.0.0/0 -> 0.0.0.0/0: [icmp type 3 code 1]",
                "permit icmp any any 3 4 | allow 0.0.0.0/0 -> 0.0.0.0/0: [icmp type 3 code 4]",
                "permit gre any any | allow 0.0.0.0/0 -> 0.0.0.0/0: [gre]",
                "permit 0 any any | allow 0.0.0.0/0 -> 0.0.0.0/0: every protocol",
                "permit tcp any any eq 443 reflect OUT timeout 60 | allow 0.0.0.0/0 -> 0.0.0.0/0: [tcp 443]",
                "permit tcp any any established | none",
                "evaluate OUT | none",
                "remark permit ip any any | none",
            })
    void understands(String entry, String read) {
        assertThat(entry(entry)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "permit tcp any any eq 443 time-range OFFICE",
                "permit tcp any any syn",
                "permit tcp any any match-all +syn -ack",
                "permit ip any any fragments",
                "permit ip any any dscp ef",
                "permit tcp any any eq sometimes",
                "permit strange any any",
                "permit ip 10.0.0.x 0.0.0.255 any",
                "permit ip 10.0.0.0 85.170.85.170 any",
                "permit ip object-group NOWHERE any",
                "permit object-group NOTHING any any",
                "permit tcp any any gt 65535",
                "dynamic DOOR timeout 5 permit ip any any",
                "deny ip any any option any-options",
            })
    void showsWhatItDoesNotUnderstand(String entry) {
        assertThat(entry(entry)).contains("but not understood: ").startsWith(entry.contains("deny") ? "deny" : "allow");
    }

    @Test
    void readsNumberedAndStandardLists() {
        assertThat(read(
                        "access-list 7 permit 10.1.0.0 0.0.255.255",
                        "access-list 7 permit 10.9.9.9",
                        "access-list 7 deny any log"))
                .containsExactly(
                        "7 10: allow 10.1.0.0/16 -> 0.0.0.0/0: every protocol",
                        "7 20: allow 10.9.9.9 -> 0.0.0.0/0: every protocol",
                        "7 30: deny 0.0.0.0/0 -> 0.0.0.0/0: every protocol",
                        "7 end: deny 0.0.0.0/0 -> 0.0.0.0/0: every protocol");
        assertThat(read("access-list 101 remark web", "access-list 101 permit tcp any any eq 443"))
                .first()
                .isEqualTo("101 10: allow 0.0.0.0/0 -> 0.0.0.0/0: [tcp 443]");
    }

    @Test
    void readsWhatShowAccessListsPrints() {
        List<String> rules = read(
                "Extended IP access list WEB",
                "    20 permit tcp any any eq 80 (7 matches)",
                "    10 deny tcp host 10.0.0.9 any (1 match)",
                "Reflexive IP access list OUT",
                "     permit tcp host 192.0.2.1 eq www host 10.0.0.1 eq 11000 (5 matches) (time left 299)",
                "IPv6 access list WEB6",
                "    permit tcp any any eq 443 (5 matches) sequence 10");
        assertThat(rules)
                .containsExactly(
                        "WEB 10: deny 10.0.0.9 -> 0.0.0.0/0: [tcp 0-65535]",
                        "WEB 20: allow 0.0.0.0/0 -> 0.0.0.0/0: [tcp 80]",
                        "WEB end: deny 0.0.0.0/0 -> 0.0.0.0/0: every protocol",
                        "WEB6 10: allow ::/0 -> ::/0: [tcp 443]",
                        "WEB6 end: deny ::/0 -> ::/0: every protocol");
        assertThat(read("Standard IP access list 10", "    10 permit 10.0.0.0, wildcard bits 0.0.0.255 (2 matches)"))
                .first()
                .isEqualTo("10 10: allow 10.0.0.0/24 -> 0.0.0.0/0: every protocol");
    }

    @Test
    void readsObjectGroups() {
        List<String> rules = read(
                "object-group network SERVERS",
                " description all of them",
                " host 10.0.0.1",
                " 10.1.0.0 255.255.0.0",
                " group-object MORE",
                "object-group network MORE",
                " range 10.9.0.1 10.9.0.2",
                "object-group service WEB",
                " tcp eq www",
                " tcp-udp range 8000 8001",
                " icmp echo",
                "ip access-list extended IN",
                " permit object-group WEB any object-group SERVERS");
        assertThat(rules)
                .first()
                .isEqualTo("IN 10: allow 0.0.0.0/0 -> 10.0.0.1,10.1.0.0/16,10.9.0.1,10.9.0.2: [tcp 80, tcp 8000-8001,"
                        + " udp 8000-8001, icmp type 8]");
    }

    private static final String[] ROUTER = {
        "interface GigabitEthernet0/0",
        " ip address 10.0.0.1 255.255.255.0",
        " ip access-group INSIDE in",
        "interface GigabitEthernet0/1",
        " ip address 192.0.2.1 255.255.255.0",
        " ip access-group OUTSIDE in",
        "interface Loopback0",
        " ip address 10.255.0.1 255.255.255.255",
        "ip access-list extended INSIDE",
        " permit tcp any any eq 443",
        "ip access-list extended OUTSIDE",
        " deny ip any any",
        "ip route 0.0.0.0 0.0.0.0 192.0.2.254"
    };

    @Test
    void takesTheListOfTheInterfaceBehindWhichASourceIs() {
        List<String> rules = read(ROUTER);
        assertThat(rules).hasSize(4);
        assertThat(rules)
                .startsWith(
                        "INSIDE 10 at GigabitEthernet0/0: allow 10.0.0.0/24 -> 0.0.0.0/0: [tcp 443]",
                        "INSIDE end at GigabitEthernet0/0: deny 10.0.0.0/24 -> 0.0.0.0/0: every protocol");
        assertThat(rules.get(2)).startsWith("OUTSIDE 10 at GigabitEthernet0/1: deny 0.0.0.0/5,8.0.0.0/7,10.0.1.0/24,");
    }

    @Test
    void doesNotKnowWhatIsBehindInterfacesWhereRoutesAreLearned() {
        String text = String.join("\n", ROUTER) + "\nrouter ospf 1\n";
        assertThat(read(text))
                .contains("INSIDE 10 at GigabitEthernet0/0: allow 10.0.0.0/24 -> 0.0.0.0/0: [tcp 443]")
                .anyMatch(rule -> rule.startsWith("the listing: unknown 0.0.0.0/5,8.0.0.0/7,10.0.1.0/24,")
                        && rule.contains("behind which interface"));
    }

    @Test
    void hasDoubtsWhereMoreDecidesThanLists() {
        assertThat(read(String.join("\n", ROUTER)
                        .replace(" ip access-group INSIDE in", " ip access-group INSIDE in\n ip nat inside")))
                .first()
                .asString()
                .endsWith("but not understood: GigabitEthernet0/0 has 'ip nat inside'");
        assertThat(read(String.join("\n", ROUTER)
                        .replace(" ip access-group OUTSIDE in", " ip access-group OUTSIDE out")))
                .first()
                .asString()
                .endsWith("but not understood: a list filters what goes out, too");
    }

    @Test
    void doesNotKnowListsThatAreMissingOrEmpty() {
        assertThat(read(String.join("\n", ROUTER).replace("extended OUTSIDE", "extended OTHER")))
                .anyMatch(rule ->
                        rule.contains("unknown") && rule.contains("list OUTSIDE at GigabitEthernet0/1 is not in"));
        assertThat(read("ip access-list extended A", " remark nothing"))
                .hasSize(1)
                .first()
                .asString()
                .contains("has no entry");
        assertThat(CiscoIosReader.read(
                                "interface Gi0\n ip address 10.0.0.1 255.0.0.0\naccess-list 1 permit any",
                                ReadOptions.none())
                        .rules())
                .allMatch(rule -> rule.action() == ObservedRule.Action.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hostname r1 | 1:1: there is no access list",
                "access-list outside extended permit ip any any | 1:1: the list \"outside\" has no number",
                "ip access-list NAME | 1:1: a list is neither standard nor extended",
                "ip access-list extended A; no permit ip any any | 2:1: an entry is taken away",
                "ip access-list extended A; allow ip any any | 2:1: an entry begins with \"allow\"",
                "ip access-list extended A; 10 permit ip any any; 10 deny ip any any | 3:1: list A has an entry 10 already",
                "ip access-list extended A; permit ip any any;ip access-list extended B | there are 2 lists for IPv4",
            })
    void refusesOtherTextsWithTheirPlace(String text, String message) {
        String lines = text.replace("; ", "\n ").replace(";", "\n");
        assertThatExceptionOfType(FirewallFormatException.class)
                .isThrownBy(() -> CiscoIosReader.read(lines, ReadOptions.none()))
                .withMessageContaining(message);
    }

    @Test
    void isOfNoHost() {
        Policy policy = Harbour.policy();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CiscoIosReader.read(
                        "access-list 1 permit any", ReadOptions.forHost(Harbour.host(policy, "gate"))))
                .withMessageContaining("not of the host gate");
    }

    @Test
    void whatWasRenderedIsReadBackWithItsAnswers() {
        Policy policy = Harbour.policy();
        String text = CiscoIos.render(policy).files().get(0).text();
        AuditReport report = StatelessAudit.compare(
                Audit.of(policy),
                policy,
                CiscoIosReader.read(text, ReadOptions.none()),
                CiscoIosReader.readAnswers(text, ReadOptions.none()));
        assertThat(report.of(Finding.Kind.EXCESS)).isEmpty();
        assertThat(report.of(Finding.Kind.POSSIBLE_EXCESS)).isEmpty();
        assertThat(report.of(Finding.Kind.MET)).isNotEmpty();
        String closed = text.replace(" established\n", " established time-range NIGHT\n")
                .replaceAll(" permit udp .* eq 68 .* eq 67\n", "");
        AuditReport without = StatelessAudit.compare(
                Audit.of(policy),
                policy,
                CiscoIosReader.read(closed, ReadOptions.none()),
                CiscoIosReader.readAnswers(closed, ReadOptions.none()));
        assertThat(without.of(Finding.Kind.MISSING))
                .anyMatch(finding -> finding.detail().orElse("").equals("answers do not pass"));
        assertThat(without.of(Finding.Kind.UNKNOWN))
                .anyMatch(finding -> finding.detail().orElse("").startsWith("answers may not pass"));
    }
}
