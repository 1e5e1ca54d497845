package io.portolan.firewall.aws;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.text.Comments;
import io.portolan.firewall.text.RuleIds;
import io.portolan.planner.Rule;
import java.util.stream.Collectors;

/** The reasons of a rule that is for one rule of the policy or several. */
final class RuleComments {
    private RuleComments() {}

    /** Returns the short names of the rules; with the flows of the rule where there is one. */
    static String of(ImmutableList<Rule> rules, Capability capability) {
        if (rules.size() == 1) {
            return Comments.of(rules.get(0), capability);
        }
        StringBuilder ids = new StringBuilder();
        int left = rules.size();
        for (String id : rules.stream().map(RuleIds::of).collect(Collectors.toList())) {
            String more = " +" + left;
            if (ids.length() + 1 + id.length() + more.length() > capability.commentLength()) {
                ids.append(more);
                break;
            }
            ids.append(ids.length() == 0 ? "" : " ").append(id);
            left--;
        }
        return Comments.plain(ids.toString(), capability);
    }
}
