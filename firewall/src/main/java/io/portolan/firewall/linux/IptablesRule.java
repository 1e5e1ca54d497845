package io.portolan.firewall.linux;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.firewall.linux.IptablesWords.Word;
import io.portolan.internal.Excerpts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a rule of {@code iptables-save}. */
final class IptablesRule {
    /** Modules that ask for nothing by themselves, but bring options; any other may. */
    private static final ImmutableSet<String> PLAIN_MODULES =
            ImmutableSet.of("tcp", "udp", "icmp", "icmp6", "multiport", "comment", "conntrack", "state", "iprange");

    /** Options whose one value may look like an option or an exclamation mark. */
    private static final ImmutableSet<String> TEXTS = ImmutableSet.of(
            "--comment",
            "--log-prefix",
            "--nflog-prefix",
            "--ulog-prefix",
            "--string",
            "--hex-string",
            "--label",
            "--timestring",
            "--led-trigger-id",
            "--bytecode");

    private final IptablesMatches matches;
    private final Set<String> chains;
    private final int line;
    private final ImmutableListMultimap.Builder<String, String> targetOptions = ImmutableListMultimap.builder();
    private Condition condition = Condition.ALWAYS;
    private Optional<String> target = Optional.empty();
    private boolean goes;
    private String comment = "";

    private IptablesRule(IptablesMatches matches, Set<String> chains, int line) {
        this.matches = matches;
        this.chains = chains;
        this.line = line;
    }

    /**
     * Returns what a rule decides or changes, empty if nothing.
     *
     * @param id what tells it from others but for its comment
     * @param words the words behind the name of its chain
     * @param line where it stands
     * @param matches what options say
     * @param chains the chains of the table
     */
    static Optional<ChainRule> read(
            String id, List<Word> words, int line, IptablesMatches matches, Set<String> chains) {
        IptablesRule rule = new IptablesRule(matches, chains, line);
        rule.read(words);
        String named = rule.comment.isEmpty() ? id : id + " \"" + rule.comment + "\"";
        return rule.outcome().map(is -> new ChainRule(named, rule.condition, is));
    }

    private void read(List<Word> words) {
        int i = 0;
        boolean negative = false;
        while (i < words.size()) {
            Word word = words.get(i++);
            if (word.isNot()) {
                negative = !negative;
                continue;
            }
            if (!word.isOption()) {
                throw new FirewallFormatException(
                        line, 1, "expected an option of iptables, but found " + Excerpts.quote(word.text()));
            }
            List<String> values = new ArrayList<>();
            if (TEXTS.contains(word.text()) && i < words.size()) {
                values.add(words.get(i++).text());
            } else {
                // as old versions write it: -d ! 10.0.0.1
                if (i + 1 < words.size() && words.get(i).isNot() && isValue(words.get(i + 1))) {
                    negative = !negative;
                    i++;
                }
                while (i < words.size() && isValue(words.get(i))) {
                    values.add(words.get(i++).text());
                }
            }
            option(word.text(), values, negative);
            negative = false;
        }
    }

    private static boolean isValue(Word word) {
        return !word.isNot() && !word.isOption();
    }

    private void option(String word, List<String> values, boolean negative) {
        switch (word) {
            case "-j", "--jump" -> target = Optional.of(only(word, values));
            case "-g", "--goto" -> {
                target = Optional.of(only(word, values));
                goes = true;
            }
            case "--comment" -> comment = only(word, values);
            case "-c", "--set-counters" -> {
                // how many packets have matched so far
            }
            case "-m", "--match" -> values.forEach(this::module);
            default -> {
                if (target.isPresent() && isOfTarget(target.get(), word)) {
                    targetOptions.putAll(word, values.isEmpty() ? ImmutableList.of("") : values);
                } else {
                    condition = condition.and(matches.match(word, values, negative));
                }
            }
        }
    }

    /** Tells whether an option behind a target is its own, not one of a match. */
    private boolean isOfTarget(String name, String option) {
        return switch (name) {
            case "ACCEPT", "DROP", "RETURN", "QUEUE" -> false;
            case "REJECT" -> option.equals("--reject-with");
            default -> !chains.contains(name) && !IptablesMatches.knows(option);
        };
    }

    private void module(String module) {
        if (module.equals("ah")) {
            condition = condition.and(matches.authenticationHeader());
        } else if (!PLAIN_MODULES.contains(module)) {
            condition = condition.and(Condition.unknown("-m " + module));
        }
    }

    private String only(String option, List<String> values) {
        if (values.size() != 1) {
            throw new FirewallFormatException(
                    line, 1, "expected one word behind " + option + ", but found " + values.size());
        }
        return values.get(0);
    }

    private Optional<Outcome> outcome() {
        if (target.isEmpty()) {
            return Optional.empty();
        }
        String name = target.get();
        if (goes) {
            return Optional.of(new Jump(name, false));
        }
        return switch (name) {
            case "ACCEPT" -> Optional.of(new Accept());
            case "DROP", "REJECT" -> Optional.of(new Drop());
            case "RETURN" -> Optional.of(new Return());
            default ->
                chains.contains(name)
                        ? Optional.of(new Jump(name, true))
                        : IptablesTargets.of(name, targetOptions.build());
        };
    }
}
