package io.portolan.firewall.linux;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import com.google.common.hash.Hashing;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.RuleIds;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.planner.address.AddressFamily;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the table filter of iptables or ip6tables: chains of ours alone.
 *
 * <p>A rule of iptables has one source and one destination. Where a policy has many, chains of their own keep their product
 * small: three sources, four destinations and two lists of ports are nine rules in place of 24.
 */
public final class IptablesTable {
    /** A chain is worth two rules: a reader has to find it. */
    private static final int WORTH_OF_CHAIN = 2;

    private static final int DIGITS = 7;

    private final String name;
    private final Capability capability;
    private final Map<String, List<String>> chains = new LinkedHashMap<>();
    private final Map<String, List<String>> inner = new LinkedHashMap<>();

    private IptablesTable(String name, Capability capability) {
        this.name = name;
        this.capability = capability;
    }

    /**
     * Returns the table.
     *
     * @param name the beginning of the names of chains
     * @param family the family of addresses
     * @param parts what passes at each hook
     * @param capability what ports and comments may be
     * @return the table
     */
    public static IptablesTable of(
            String name, AddressFamily family, ImmutableMap<Hook, ImmutableList<Part>> parts, Capability capability) {
        IptablesTable table = new IptablesTable(name, capability);
        parts.forEach((hook, all) -> table.add(family, hook, all));
        return table;
    }

    /**
     * Returns what a file says of itself.
     *
     * @param options for which firewall it is
     * @param family the family of addresses
     * @param capability what host names may show as
     * @return lines of comment
     */
    public static String header(RenderOptions options, AddressFamily family, Capability capability) {
        String program = family == AddressFamily.IPV4 ? "iptables" : "ip6tables";
        String name = options.name();
        return "# Made by Portolan: " + Headers.purpose(options.host(), capability) + ", " + family + "\n"
                + "# To load both families: sh " + name + ".sh, which runs " + program + "-restore --noflush.\n"
                + "# That replaces the rules of the chains below in one step, and touches no other chain.\n"
                + "# The reason of each rule is in " + name + "-reasons.json.\n";
    }

    /**
     * Returns how many rules the table has.
     *
     * @return the rules of all chains
     */
    public int size() {
        int size = 0;
        for (List<String> rules : chains.values()) {
            size += rules.size();
        }
        for (List<String> rules : inner.values()) {
            size += rules.size();
        }
        return size;
    }

    /**
     * Returns the table as {@code iptables-restore} reads it.
     *
     * @return lines from {@code *filter} to {@code COMMIT}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("*filter\n");
        chains.keySet().forEach(chain -> text.append(':').append(chain).append(" - [0:0]\n"));
        inner.keySet().forEach(chain -> text.append(':').append(chain).append(" - [0:0]\n"));
        chains.forEach((chain, rules) -> write(text, chain, rules));
        inner.forEach((chain, rules) -> write(text, chain, rules));
        return text.append("COMMIT\n").toString();
    }

    private static void write(StringBuilder text, String chain, List<String> rules) {
        rules.forEach(rule ->
                text.append("-A ").append(chain).append(' ').append(rule).append('\n'));
    }

    private void add(AddressFamily family, Hook hook, List<Part> parts) {
        List<String> rules = new ArrayList<>(Housekeeping.iptables(hook, family == AddressFamily.IPV6));
        chains.put(name + "-" + hook.id(), rules);
        for (Part part : parts) {
            if (part.family() == family) {
                add(rules, part);
            }
        }
        rules.add("-m comment --comment \"whatever no rule accepts\" -j DROP");
    }

    private void add(List<String> rules, Part part) {
        IptablesRules matches = IptablesRules.of(part, capability);
        String id = RuleIds.of(part.rule());
        List<List<String>> levels = levels(matches);
        String target = "ACCEPT";
        for (int level = levels.size() - 1; level > 0; level--) {
            String chain = chain(id, level);
            List<String> ofChain = new ArrayList<>();
            for (String match : levels.get(level)) {
                ofChain.add(match + Housekeeping.comment(id) + " -j " + target);
            }
            inner.put(chain, ofChain);
            target = chain;
        }
        for (String match : levels.get(0)) {
            String start = match.isEmpty() ? "" : match + " ";
            rules.add(start
                    + Housekeeping.comment(Comments.of(part.rule(), capability)).strip() + " -j " + target);
        }
    }

    /** Returns the matches of each chain, the outermost first: as many levels as make for the fewest rules. */
    private static List<List<String>> levels(IptablesRules matches) {
        List<String> transports = matches.transports();
        List<String> sources = matches.sources();
        List<String> destinations = matches.destinations();
        List<List<List<String>>> choices = List.of(
                List.of(product(List.of(sources, destinations, transports))),
                List.of(sources, product(List.of(destinations, transports))),
                List.of(destinations, product(List.of(sources, transports))),
                List.of(transports, product(List.of(sources, destinations))),
                List.of(transports, sources, destinations));
        List<List<String>> best = choices.get(0);
        for (List<List<String>> choice : choices) {
            if (cost(choice) < cost(best)) {
                best = choice;
            }
        }
        return best;
    }

    private static long cost(List<List<String>> levels) {
        long cost = (long) WORTH_OF_CHAIN * (levels.size() - 1);
        for (List<String> level : levels) {
            cost += level.size();
        }
        return cost;
    }

    private static List<String> product(List<List<String>> factors) {
        return Lists.transform(
                Lists.cartesianProduct(factors), match -> Joiner.on(' ').join(nonEmpty(match)));
    }

    private static List<String> nonEmpty(List<String> match) {
        return match.stream().filter(each -> !each.isEmpty()).toList();
    }

    /** Returns a name that depends on the rule alone, of 28 characters at most; the first digit is decimal. */
    private String chain(String id, int level) {
        for (int attempt = 0; ; attempt++) {
            String digits = Hashing.sha256()
                    .hashString(id + "/" + level + "/" + attempt, StandardCharsets.UTF_8)
                    .toString();
            String chain = name + "-" + digits.charAt(0) % 10 + digits.substring(1, DIGITS);
            if (!inner.containsKey(chain)) {
                return chain;
            }
        }
    }
}
