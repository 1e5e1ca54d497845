package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.ChainRule.Unknown;
import io.portolan.internal.Excerpts;
import io.portolan.net.PortSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a rule of {@code iptables-save}. */
final class IptablesRule {
    /** Targets after which a packet goes on as it was, as far as is asked here. */
    private static final ImmutableSet<String> PASSING = ImmutableSet.of(
            "LOG",
            "NFLOG",
            "ULOG",
            "MARK",
            "CONNMARK",
            "TCPMSS",
            "TOS",
            "DSCP",
            "CLASSIFY",
            "CT",
            "NOTRACK",
            "TRACE",
            "AUDIT",
            "SET",
            "CHECKSUM",
            "SECMARK",
            "CONNSECMARK",
            "TEE",
            "ECN",
            "HL",
            "TTL",
            "IDLETIMER",
            "RATEEST",
            "LED",
            "TCPOPTSTRIP",
            "HMARK");

    /** Modules that ask for nothing by themselves, but bring options; any other may. */
    private static final ImmutableSet<String> PLAIN_MODULES =
            ImmutableSet.of("tcp", "udp", "icmp", "icmp6", "multiport", "comment", "conntrack", "state", "iprange");

    private final IptablesMatches matches;
    private final Set<String> chains;
    private Condition condition = Condition.ALWAYS;
    private Optional<Outcome> outcome = Optional.empty();
    private String comment = "";

    private IptablesRule(IptablesMatches matches, Set<String> chains) {
        this.matches = matches;
        this.chains = chains;
    }

    /**
     * Returns what a rule decides, empty if nothing.
     *
     * @param id what tells it from others but for its comment
     * @param words the words behind the name of its chain
     * @param line where it stands
     * @param matches what options say
     * @param chains the chains of the table
     */
    static Optional<ChainRule> read(
            String id, List<String> words, int line, IptablesMatches matches, Set<String> chains) {
        IptablesRule rule = new IptablesRule(matches, chains);
        rule.read(words, line);
        String named = rule.comment.isEmpty() ? id : id + " \"" + rule.comment + "\"";
        return rule.outcome.map(is -> new ChainRule(named, rule.condition, is));
    }

    private void read(List<String> words, int line) {
        int i = 0;
        boolean negative = false;
        boolean target = false;
        while (i < words.size()) {
            String word = words.get(i++);
            if (word.equals("!")) {
                negative = true;
                continue;
            }
            if (!word.startsWith("-")) {
                throw new FirewallFormatException(
                        line, 1, "expected an option of iptables, but found " + Excerpts.quote(word));
            }
            List<String> values = new ArrayList<>();
            while (i < words.size()
                    && !words.get(i).equals("!")
                    && (!words.get(i).startsWith("-") || (values.isEmpty() && word.equals("--comment")))) {
                values.add(words.get(i++));
            }
            switch (word) {
                case "-j", "--jump" -> {
                    outcome = target(only(word, values, line));
                    target = true;
                }
                case "-g", "--goto" -> {
                    outcome = Optional.of(new Jump(only(word, values, line), false));
                    target = true;
                }
                case "--comment" -> comment = only(word, values, line);
                case "-c", "--set-counters" -> {
                    // how many packets have matched so far
                }
                default -> {
                    if (!target) {
                        match(word, values, negative);
                    }
                }
            }
            negative = false;
        }
    }

    private void match(String word, List<String> values, boolean negative) {
        if (word.equals("-m") || word.equals("--match")) {
            for (String module : values) {
                if (module.equals("ah")) {
                    condition = condition.and(Condition.of(Region.protocols(PortSet.of(51))));
                } else if (!PLAIN_MODULES.contains(module)) {
                    condition = condition.and(Condition.unknown("-m " + module));
                }
            }
        } else {
            condition = condition.and(matches.match(word, values, negative));
        }
    }

    private static String only(String option, List<String> values, int line) {
        if (values.size() != 1) {
            throw new FirewallFormatException(
                    line, 1, "expected one word behind " + option + ", but found " + values.size());
        }
        return values.get(0);
    }

    private Optional<Outcome> target(String target) {
        return switch (target) {
            case "ACCEPT" -> Optional.of(new Accept());
            case "DROP", "REJECT" -> Optional.of(new Drop());
            case "RETURN" -> Optional.of(new Return());
            default -> {
                if (chains.contains(target)) {
                    yield Optional.of(new Jump(target, true));
                }
                yield PASSING.contains(target) ? Optional.empty() : Optional.of(new Unknown("the target " + target));
            }
        };
    }
}
