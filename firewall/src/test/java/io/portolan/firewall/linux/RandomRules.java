package io.portolan.firewall.linux;

import com.google.common.base.Splitter;
import io.portolan.firewall.linux.KernelJudge.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Rules by chance, as administrators write them and as programs beside ours do. */
final class RandomRules {
    private static final List<String> MATCHES = List.of(
            "ip saddr 10.1.1.10",
            "ip saddr != 10.1.1.10",
            "ip saddr { 10.1.1.10, 10.1.2.20 }",
            "ip daddr 10.1.3.30",
            "ip daddr 10.1.3.0/24",
            "ip6 saddr 2001:db8:1::10",
            "tcp dport 22",
            "tcp dport != 22",
            "tcp dport { 22, 80 }",
            "tcp dport 22-80",
            "tcp dport > 80",
            "udp dport 53",
            "th dport 53",
            "meta l4proto { tcp, udp } th dport { 22, 53 }",
            "icmp type echo-request",
            "icmp type destination-unreachable",
            "icmpv6 type echo-request",
            "meta l4proto 47",
            "meta l4proto icmp",
            "meta l4proto != tcp",
            "ip protocol gre",
            "ip6 nexthdr 51",
            "meta l4proto 51",
            "meta nfproto ipv4",
            "ct state new",
            "ct state invalid",
            "ct state established,related",
            "ct state untracked",
            "ct state != new",
            "ct state != established",
            "ct state { new, untracked }",
            "ct state != { established, related }",
            "ct state != established,new",
            "ct status dnat",
            "ct status != dnat",
            "ct direction original",
            "meta mark 1",
            "meta mark != 1",
            "iifname r0",
            "iifname != r0",
            "iifname { r0, r1 }",
            "iifname r*",
            "oifname r2",
            "tcp flags syn",
            "tcp flags == syn",
            "tcp flags & (syn|ack) == syn",
            "tcp flags != syn",
            "tcp flags & (fin|syn|rst|ack) != syn",
            "tcp flags ! syn",
            "ip saddr . tcp dport { 10.1.1.10 . 22, 10.1.2.20 . 80 }",
            "ip saddr @s",
            "ip saddr != @s",
            "ip daddr @d",
            "ip saddr @dyn",
            "limit rate over 1/minute",
            "limit rate 1000/second",
            "ip ttl < 64",
            "tcp sport 1-1024",
            "udp sport 40000");

    private static final List<String> STATEMENTS = List.of(
            "counter",
            "log",
            "meta mark set 1",
            "meta mark set ip saddr map { 10.1.1.10 : 0x1 }",
            "meta mark set ct mark",
            "add @dyn { ip saddr }",
            "add @full { ip saddr . tcp dport }",
            "add @dyn { ip saddr limit rate over 1/minute }",
            "ct mark set 1",
            "ip ttl set 60",
            "quota over 1 mbytes");

    private static final List<String> VERDICTS = List.of(
            "accept",
            "accept",
            "accept",
            "drop",
            "drop",
            "return",
            "jump sub",
            "goto sub",
            "tcp dport vmap { 22 : accept, 80 : drop, 3389 : jump sub }",
            "ct state vmap { new : accept, invalid : drop, established : accept }",
            "ct state vmap { new : return, invalid : accept }",
            "ip saddr vmap @vm",
            "ip protocol vmap { tcp : jump sub, udp : accept }");

    private static final List<String> NAT = List.of(
            "dnat ip to 10.1.4.40",
            "tcp dport 22 dnat ip to 10.1.4.40:80",
            "udp dport 53 redirect",
            "tcp dport 80 dnat ip to ip daddr map { 10.1.3.30 : 10.1.4.40 }",
            "drop",
            "accept");

    private static final List<String> TARGETS = List.of(
            "-j ACCEPT",
            "-j ACCEPT",
            "-j ACCEPT",
            "-j DROP",
            "-j DROP",
            "-j RETURN",
            "-j sub",
            "-g sub",
            "-j LOG --log-prefix \"! \"",
            "-j MARK --set-xmark 0x1/0xffffffff");

    private static final List<String> OPTIONS = List.of(
            "-s 10.1.1.10",
            "! -s 10.1.1.10",
            "-d 10.1.3.30",
            "-d 10.1.3.0/24",
            "-m iprange --src-range 10.1.1.0-10.1.2.255",
            "-p tcp -m tcp --dport 22",
            "-p tcp -m tcp ! --dport 22",
            "-p tcp -m multiport --dports 22,80",
            "-p tcp -m multiport ! --dports 22,80",
            "-p tcp -m multiport --ports 22,40000",
            "-p udp -m udp --dport 53",
            "-p udp -m udp --sport 40000",
            "-p gre",
            "! -p tcp",
            "-p icmp -m icmp --icmp-type 8",
            "-p icmp -m icmp --icmp-type 3/4",
            "-p tcp --syn",
            "-p tcp ! --syn",
            "-p tcp --tcp-flags SYN,ACK SYN",
            "-p tcp --tcp-flags ALL SYN",
            "-p tcp --tcp-flags ALL NONE",
            "-m conntrack --ctstate NEW",
            "-m conntrack ! --ctstate NEW",
            "-m conntrack --ctstate INVALID",
            "-m conntrack --ctstate RELATED,ESTABLISHED",
            "-m conntrack --ctstate UNTRACKED",
            "-m conntrack --ctstate NEW,UNTRACKED",
            "-m conntrack --ctstate DNAT",
            "-m conntrack ! --ctstate INVALID,DNAT",
            "-m conntrack --ctdir ORIGINAL",
            "-m state --state NEW",
            "-m comment --comment \"!\"",
            "-m comment --comment -j",
            "-m mark --mark 0x1",
            "-m mark ! --mark 0x1",
            "-m limit --limit 1/minute --limit-burst 1",
            "-m mac --mac-source 02:00:00:00:00:01",
            "-m ttl --ttl-lt 64",
            "-f",
            "! -f",
            "-i r0",
            "! -i r0",
            "-i r+",
            "-m statistic --mode nth --every 2");

    private final Random random;

    RandomRules(long seed) {
        this.random = new Random(seed);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** A rule of nftables. */
    String nftRule(List<String> verdicts) {
        StringBuilder rule = new StringBuilder();
        int matches = random.nextInt(3);
        for (int i = 0; i < matches; i++) {
            rule.append(any(MATCHES)).append(' ');
        }
        if (random.nextInt(5) == 0) {
            rule.append(any(STATEMENTS)).append(' ');
        }
        return rule.append(any(verdicts)).toString();
    }

    /** Rules of nftables of some tables. */
    Case nft() {
        StringBuilder text = new StringBuilder();
        int tables = 1 + random.nextInt(3);
        for (int i = 0; i < tables; i++) {
            text.append(table("t" + i));
        }
        return new Case(true, text.toString(), "");
    }

    private String table(String name) {
        StringBuilder text = new StringBuilder("table inet " + name + " {\n" + sets());
        text.append(chain("sub", "", 2, List.of("accept", "drop", "return", "counter")));
        int chains = 1 + random.nextInt(2);
        for (int i = 0; i < chains; i++) {
            String hook = any(List.of(
                    "forward priority 0",
                    "forward priority 0",
                    "forward priority 10",
                    "prerouting priority -300",
                    "prerouting priority -200",
                    "prerouting priority -150",
                    "prerouting priority -50",
                    "postrouting priority 0",
                    "postrouting priority 150"));
            boolean raw = hook.contains("-300");
            List<String> verdicts = new ArrayList<>(VERDICTS);
            if (raw) {
                verdicts.addAll(List.of("notrack", "notrack", "notrack"));
            }
            text.append(chain(
                    "c" + i,
                    "type filter hook " + hook + "; policy " + any(List.of("accept", "accept", "drop")) + ";",
                    1 + random.nextInt(5),
                    verdicts));
        }
        if (random.nextInt(4) == 0) {
            text.append(chain(
                    "nat",
                    "type nat hook prerouting priority -100; policy "
                            + any(List.of("accept", "accept", "accept", "drop")) + ";",
                    1 + random.nextInt(2),
                    NAT));
        }
        if (random.nextInt(6) == 0) {
            text.append(chain(
                    "snat",
                    "type nat hook postrouting priority 100; policy accept;",
                    1,
                    List.of("masquerade", "drop")));
        }
        return text.append("}\n").toString();
    }

    static String sets() {
        return """
                  set s { type ipv4_addr; elements = { 10.1.1.10 }; }
                  set d { type ipv4_addr; flags interval; elements = { 10.1.3.0/24 }; }
                  set dyn { type ipv4_addr; flags dynamic,timeout; timeout 1m; }
                  set full { type ipv4_addr . inet_service; flags dynamic; size 1; }
                  map vm { type ipv4_addr : verdict; elements = { 10.1.1.10 : accept, 10.1.2.20 : drop }; }
                """;
    }

    private String chain(String name, String base, int rules, List<String> verdicts) {
        StringBuilder text = new StringBuilder("  chain " + name + " {\n    " + base + "\n");
        for (int i = 0; i < rules; i++) {
            text.append("    ").append(nftRule(verdicts)).append('\n');
        }
        return text.append("  }\n").toString();
    }

    /** A rule of iptables. */
    String iptablesRule(String chain, List<String> targets) {
        StringBuilder rule = new StringBuilder("-A " + chain);
        int options = random.nextInt(3);
        boolean protocol = false;
        for (int i = 0; i < options; i++) {
            String option = any(OPTIONS);
            if (!(protocol && option.contains("-p "))) {
                rule.append(' ').append(option);
            }
            protocol |= option.contains("-p ");
        }
        return rule.append(' ').append(any(targets)).toString();
    }

    /** Rules of iptables in some tables. */
    Case iptables() {
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) == 0) {
            text.append("*raw\n:PREROUTING ACCEPT\n:sub -\n")
                    .append(rules("PREROUTING", 2, List.of("-j CT --notrack", "-j ACCEPT", "-j DROP", "-j sub")))
                    .append("COMMIT\n");
        }
        if (random.nextInt(3) == 0) {
            text.append("*mangle\n:PREROUTING ACCEPT\n:POSTROUTING ACCEPT\n:sub -\n")
                    .append(rules("PREROUTING", 1, TARGETS))
                    .append(rules("POSTROUTING", 1, TARGETS))
                    .append(rules("sub", 1, List.of("-j ACCEPT", "-j DROP")))
                    .append("COMMIT\n");
        }
        if (random.nextInt(4) == 0) {
            text.append("*nat\n:PREROUTING ACCEPT\n:POSTROUTING ACCEPT\n")
                    .append("-A PREROUTING ")
                    .append(any(List.of("-p tcp --dport 22", "-s 10.1.1.10 -p udp")))
                    .append(any(List.of(" -j DNAT --to-destination 10.1.4.40\n", " -j REDIRECT\n", " -j ACCEPT\n")))
                    .append("-A POSTROUTING -p udp -j MASQUERADE\n")
                    .append("COMMIT\n");
        }
        text.append("*filter\n:FORWARD " + any(List.of("ACCEPT", "DROP")) + "\n:sub -\n")
                .append(rules("FORWARD", 1 + random.nextInt(5), TARGETS))
                .append(rules("sub", 2, List.of("-j ACCEPT", "-j DROP", "-j RETURN")))
                .append("COMMIT\n");
        return new Case(false, text.toString(), "*filter\n:FORWARD ACCEPT\nCOMMIT\n");
    }

    private String rules(String chain, int count, List<String> targets) {
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rules.append(iptablesRule(chain, targets)).append('\n');
        }
        return rules.toString();
    }

    /** Changes rules that were rendered for nftables. */
    Case mutatedNft(String rendered) {
        List<String> lines = new ArrayList<>(Splitter.on('\n').splitToList(rendered));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutate(lines, line -> line.startsWith("\t\t") && !line.contains("type filter"), "\t\t" + nftRule(VERDICTS));
        }
        int head = 0;
        while (!lines.get(head).contains("{")) {
            head++;
        }
        String sub = chain("sub", "", 2, List.of("accept", "drop", "return"));
        lines.set(head, lines.get(head) + "\n" + sets() + sub);
        String text = String.join("\n", lines);
        if (random.nextInt(3) == 0) {
            text += "\n" + table("other");
        }
        if (random.nextInt(12) == 0) {
            text = text.replace("policy drop", "policy accept");
        }
        return new Case(true, text, "");
    }

    /** Changes rules that were rendered for iptables. */
    Case mutatedIptables(String rendered) {
        List<String> lines = new ArrayList<>(Splitter.on('\n').splitToList(rendered));
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutate(lines, line -> line.startsWith("-A "), iptablesRule("portolan-forward", TARGETS));
        }
        int commit = lines.indexOf("COMMIT");
        lines.add(commit, "-A FORWARD -j portolan-forward");
        lines.addAll(
                commit,
                List.of(rules("sub", 2, List.of("-j ACCEPT", "-j DROP", "-j RETURN"))
                        .strip()
                        .split("\n")));
        int table = lines.indexOf("*filter");
        lines.add(table + 1, ":FORWARD ACCEPT\n:sub -");
        String text = String.join("\n", lines);
        if (random.nextInt(4) == 0) {
            text = "*raw\n:PREROUTING ACCEPT\n:sub -\n"
                    + rules("PREROUTING", 1, List.of("-j CT --notrack", "-j ACCEPT", "-j DROP")) + "COMMIT\n" + text;
        }
        return new Case(false, text, "*filter\n:FORWARD ACCEPT\nCOMMIT\n");
    }

    /** Removes a rule, moves it, widens or negates it, changes its verdict, or puts another before it. */
    private void mutate(List<String> lines, Predicate<String> isRule, String other) {
        List<Integer> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (isRule.test(lines.get(i))) {
                rules.add(i);
            }
        }
        int at = any(rules);
        String line = lines.get(at);
        switch (random.nextInt(8)) {
            case 0 -> lines.remove(at);
            case 1 -> {
                int second = any(rules);
                lines.set(at, lines.get(second));
                lines.set(second, line);
            }
            case 2 -> lines.set(at, line.replaceFirst("ip6? [sd]addr (\\{[^}]*\\}|\\S+) |-[sd] \\S+ ", ""));
            case 3 ->
                lines.set(at, line.replaceFirst("(ip6? [sd]addr) ", "$1 != ").replaceFirst(" (-[sd] )", " ! $1"));
            case 4 ->
                lines.set(
                        at,
                        line.replaceFirst(" accept", " " + any(List.of("drop", "return", "jump sub", "goto sub")))
                                .replaceFirst("-j ACCEPT", any(List.of("-j DROP", "-j RETURN", "-j sub", "-g sub"))));
            case 5 -> lines.set(at, line.replaceFirst(" accept", " " + any(STATEMENTS) + " accept"));
            default -> lines.add(at, other);
        }
    }
}
