package io.portolan.firewall.linux;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.linux.Flattener.Flat;
import io.portolan.firewall.linux.IptablesWords.Word;
import io.portolan.internal.Excerpts;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressFamily;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The chains of a table that {@code iptables-save} prints; rules are read when packets get to their chain. */
final class IptablesChains {
    private final String name;
    private final AddressFamily family;
    private final Map<String, Action> policies = new LinkedHashMap<>();
    private final Map<String, List<Line>> lines = new LinkedHashMap<>();
    private boolean helpers;

    IptablesChains(String name, AddressFamily family) {
        this.name = name;
        this.family = family;
    }

    /**
     * A line of the text.
     *
     * @param text the line without blanks around it
     * @param number its place, from 1
     */
    record Line(String text, int number) {}

    String name() {
        return name;
    }

    AddressFamily family() {
        return family;
    }

    boolean contains(String chain) {
        return lines.containsKey(chain);
    }

    /** Tells whether a rule gives connections a helper, which lets it expect others. */
    boolean assignsHelpers() {
        return helpers;
    }

    void addChain(List<Word> words, int line) {
        if (words.size() < 2) {
            throw new FirewallFormatException(line, 1, "expected a chain and its policy, such as :INPUT ACCEPT [0:0]");
        }
        String chain = words.get(0).text();
        String policy = words.get(1).text();
        if (!policy.equals("-")) {
            if (!policy.equals("ACCEPT") && !policy.equals("DROP")) {
                throw new FirewallFormatException(
                        line, 1, "not a policy of a chain: " + Excerpts.quote(policy) + "; expected ACCEPT, DROP or -");
            }
            policies.put(chain, policy.equals("DROP") ? Action.DENY : Action.ALLOW);
        }
        lines.computeIfAbsent(chain, first -> new ArrayList<>());
    }

    void addRule(Line line) {
        List<Word> words = rule(line);
        String chain = words.get(1).text();
        List<Line> ofChain = lines.get(chain);
        if (ofChain == null) {
            throw new FirewallFormatException(
                    line.number(), 1, "no chain " + Excerpts.quote(chain) + " is listed; expected it above its rules");
        }
        ofChain.add(line);
        helpers |= words.stream().anyMatch(word -> !word.quoted() && word.text().equals("--helper"))
                && words.stream().anyMatch(word -> word.text().equals("CT"));
    }

    /** The words of a rule from {@code -A} on: {@code iptables-save -c} prints counters first. */
    private static List<Word> rule(Line line) {
        List<Word> words = IptablesWords.of(line.text(), line.number());
        List<Word> rule = words.get(0).text().startsWith("[") ? words.subList(1, words.size()) : words;
        if (rule.size() < 2 || !rule.get(0).text().equals("-A")) {
            throw new FirewallFormatException(
                    line.number(),
                    1,
                    "expected a rule, such as -A INPUT -j ACCEPT, but found "
                            + Excerpts.quote(words.get(0).text()));
        }
        return rule;
    }

    /** Reads every rule once, so that a rule that is no rule is told even where no packet gets. */
    void check() {
        Context context = new Context(
                Hook.FORWARD,
                Context.Place.PASSING,
                Context.Tracking.AFTER,
                ImmutableList.of(),
                ImmutableList.of(),
                false,
                false,
                new Interfaces(ImmutableMap.of()));
        lines.keySet().forEach(chain -> read(chain, context));
    }

    /** Returns what a chain at a hook does: that of translation sees what begins a connection alone. */
    Flat flatten(String chain, Context context, Region packets) {
        Condition entering = Condition.of(packets);
        if (name.equals("nat")) {
            entering = entering.and(States.tracked(context));
        }
        return Flattener.flatten(
                new Flattener.Chains() {
                    private final Map<String, ImmutableList<ChainRule>> read = new HashMap<>();

                    @Override
                    public boolean contains(String called) {
                        return lines.containsKey(called);
                    }

                    @Override
                    public ImmutableList<ChainRule> rules(String called) {
                        return read.computeIfAbsent(called, name -> read(name, context));
                    }
                },
                chain,
                entering.pieces(),
                policies.getOrDefault(chain, Action.ALLOW));
    }

    private ImmutableList<ChainRule> read(String chain, Context context) {
        IptablesMatches matches = new IptablesMatches(family, context);
        String place = Ascii.toLowerCase(family.name()) + " " + name + " " + chain + " ";
        ImmutableList.Builder<ChainRule> rules = ImmutableList.builder();
        int number = 0;
        for (Line line : lines.getOrDefault(chain, List.of())) {
            number++;
            List<Word> words = rule(line);
            Optional<ChainRule> rule = IptablesRule.read(
                    place + number, words.subList(2, words.size()), line.number(), matches, lines.keySet());
            rule.ifPresent(rules::add);
        }
        return rules.build();
    }
}
