package io.portolan.firewall.cloud;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules that differ in whom they guard alone, as one: many groups let everything out. */
public final class SameRules {
    private static final int NAMED = 3;

    private SameRules() {}

    private record What(Action action, Peers others, PacketKinds packets, ImmutableList<String> notUnderstood) {}

    /**
     * Merges rules whose order does not matter, or whose own ends have nothing in common where they are of different groups.
     *
     * @param rules rules
     * @return fewer rules that decide alike, each where the first of its kind was
     */
    public static List<GuardRule> merge(List<GuardRule> rules) {
        Map<What, List<GuardRule>> alike = new LinkedHashMap<>();
        for (GuardRule rule : rules) {
            if (!rule.isEmpty()) {
                alike.computeIfAbsent(
                                new What(rule.action(), rule.others(), rule.packets(), rule.notUnderstood()),
                                first -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<GuardRule> merged = new ArrayList<>();
        alike.values().forEach(all -> merged.add(all.size() == 1 ? all.get(0) : merged(all)));
        return merged;
    }

    private static GuardRule merged(List<GuardRule> all) {
        AddressSet.Builder own = AddressSet.builder();
        all.forEach(rule -> own.addAll(rule.own()));
        List<String> ids = all.stream().map(GuardRule::id).distinct().toList();
        String some = String.join(", ", ids.subList(0, Math.min(NAMED, ids.size())));
        String id = ids.size() > NAMED ? some + " and " + (ids.size() - NAMED) + " others" : some;
        GuardRule first = all.get(0);
        return new GuardRule(id, first.action(), own.build(), first.others(), first.packets(), first.notUnderstood());
    }
}
