package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Shown;
import io.portolan.planner.ObservedRule;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.ObservedRules.Matching;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file of observed rules: what a firewall really lets pass, in a form to which the rules of any firewall can be brought.
 * It is JSON if its name ends in {@code .json}, else YAML.
 *
 * <pre>{@code
 * {
 *   "matching": "first-match",
 *   "otherwise": "deny",
 *   "rules": [
 *     { "id": "10", "action": "allow", "sources": "any", "destinations": ["192.0.2.10"], "protocol": "tcp", "ports": "443" }
 *   ]
 * }
 * }</pre>
 */
public final class ObservedRulesFile {
    static final ImmutableMap<String, Action> ACTIONS =
            ImmutableMap.of("allow", Action.ALLOW, "deny", Action.DENY, "unknown", Action.UNKNOWN);

    private static final ImmutableMap<String, Matching> MATCHINGS =
            ImmutableMap.of("first-match", Matching.FIRST_MATCH, "deny-wins", Matching.DENY_WINS);
    private static final NodeParser.Contents CONTENTS = new NodeParser.Contents("rules", "");

    private static final String MATCHING = "matching";
    private static final String OTHERWISE = "otherwise";
    private static final String RULES = "rules";

    private ObservedRulesFile() {}

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the rules
     * @throws InvalidFileException if there is no such file, or it holds no such rules; the message tells the place and what would
     *     be right
     */
    public static ObservedRules read(Path file) {
        return parse(file.toString(), FileText.read(file, FileText.LONGEST_RULES));
    }

    /**
     * Reads the text of a file.
     *
     * @param name the name of the file, which tells whether it is JSON, and stands in errors
     * @param text the text
     * @return the rules
     * @throws InvalidFileException if it holds no such rules; the message tells the place and what would be right
     */
    public static ObservedRules parse(String name, String text) {
        Node.Mapping root = Values.mapping(NodeParser.parse(name, text, CONTENTS), "observed rules");
        Values.onlyKeys(root, List.of(MATCHING, OTHERWISE, RULES));
        return new ObservedRules(
                Values.oneOf(Values.required(root, MATCHING), "matching", MATCHINGS),
                Values.oneOf(Values.required(root, OTHERWISE), "action", ACTIONS),
                rules(Values.required(root, RULES)));
    }

    /** A firewall may have no rule at all, and then only does what it does otherwise. */
    private static ImmutableList<ObservedRule> rules(Node value) {
        if (!(value instanceof Node.Listing listing)) {
            throw Values.expected(value, "a list of rules", "");
        }
        Map<String, FilePosition> ids = new HashMap<>();
        ImmutableList.Builder<ObservedRule> rules = ImmutableList.builder();
        for (Node item : listing.items()) {
            Node.Mapping mapping = Values.mapping(item, "the properties of a rule");
            ObservedRule rule = new ObservedRuleReader(mapping).rule();
            FilePosition place = Values.required(mapping, ObservedRuleReader.ID).place();
            FilePosition before = ids.putIfAbsent(rule.id(), place);
            if (before != null) {
                throw place.error("another rule has the id " + Shown.quote(rule.id()) + ", in line " + before.line()
                        + "; findings tell rules by it, so give each one of its own");
            }
            rules.add(rule);
        }
        return rules.build();
    }
}
