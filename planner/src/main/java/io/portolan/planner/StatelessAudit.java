package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.planner.Finding.Kind;
import io.portolan.planner.address.AddressSet;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Boxes;
import io.portolan.planner.packets.Combination;
import io.portolan.planner.packets.PacketAlgebra;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An audit of a firewall that keeps no state, such as access lists of Cisco IOS: answers have to pass as well, and are no
 * excess.
 *
 * <p>Answers of a policy are {@link Policy#replies()}. Those that do not pass are {@link Kind#MISSING}, and those of which
 * nobody knows {@link Kind#UNKNOWN}, beside what was found of the flows themselves. What is too much is what neither flows nor
 * answers need.
 */
public final class StatelessAudit {
    private static final String MISSING = "answers do not pass";
    private static final String UNKNOWN = "answers may not pass";

    private final Policy policy;
    private final AddressSet hosts;
    private final List<Box> replies = new ArrayList<>();

    private StatelessAudit(Policy policy) {
        this.policy = policy;
        AddressSet.Builder all = AddressSet.builder();
        for (Place place : policy.topology().places()) {
            if (place.kind() == Place.Kind.HOST) {
                all.addAll(place.peers().addresses());
            }
        }
        this.hosts = all.build();
        policy.replies().forEach(rule -> replies.add(Box.of(rule.sources(), rule.destinations(), rule.transport())));
    }

    /**
     * Compares a policy with what a firewall without state has.
     *
     * @param audit what ought to be open, and what must be closed
     * @param policy the policy of the audit
     * @param opening what becomes of the first packets of connections
     * @param answers what becomes of answers
     * @return the findings
     */
    public static AuditReport compare(Audit audit, Policy policy, ObservedRules opening, ObservedRules answers) {
        StatelessAudit stateless = new StatelessAudit(policy);
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (Finding finding : audit.compare(opening).findings()) {
            findings.addAll(stateless.withoutAnswers(finding));
        }
        return new AuditReport(findings.addAll(stateless.answers(answers)).build());
    }

    /** Takes the answers from what was found to be too much. */
    private List<Finding> withoutAnswers(Finding finding) {
        if (finding.kind() != Kind.EXCESS && finding.kind() != Kind.POSSIBLE_EXCESS) {
            return List.of(finding);
        }
        Box whole = box(finding.rule());
        List<Box> expected = replies.stream()
                .map(reply -> new Box(
                        withNames(reply.sources(), whole.sources()),
                        withNames(reply.destinations(), whole.destinations()),
                        reply.shape()))
                .toList();
        List<Box> left = difference(List.of(whole), expected);
        if (left.size() == 1 && left.get(0).equals(whole)) {
            return List.of(finding);
        }
        return findings(finding.kind(), left, ImmutableList.of(), finding.observed(), finding.detail());
    }

    /** What is for everybody is for names as well; hosts, whose own packets stay within, have none. */
    private Peers withNames(Peers end, Peers named) {
        boolean everybody = isEvery(end.addresses().ipv4(), AddressSet.anyIpv4())
                || isEvery(end.addresses().ipv6(), AddressSet.anyIpv6());
        return everybody ? end.union(Peers.of(AddressSet.none(), named.names())) : end;
    }

    private boolean isEvery(AddressSet end, AddressSet family) {
        return hosts.contains(family.difference(end));
    }

    private List<Finding> answers(ObservedRules observed) {
        List<Finding> findings = new ArrayList<>();
        Audit audit = Audit.of(policy);
        for (Rule rule : policy.replies()) {
            audit.expectClosed(rule.sources(), rule.destinations(), rule.transport(), MISSING);
        }
        List<Box> passing = new ArrayList<>();
        List<Finding> doubtful = new ArrayList<>();
        for (Finding finding : audit.compare(observed).findings()) {
            boolean aboutAnswers =
                    finding.detail().filter(text -> text.startsWith(MISSING)).isPresent();
            if (aboutAnswers && finding.kind() == Kind.NOT_CLOSED) {
                passing.add(box(finding.rule()));
            } else if (aboutAnswers && finding.kind() == Kind.UNKNOWN) {
                doubtful.add(finding);
            }
        }
        List<Box> told = new ArrayList<>(passing);
        doubtful.forEach(finding -> told.add(box(finding.rule())));
        for (Rule rule : policy.replies()) {
            List<Box> crossing = difference(List.of(box(rule)), told).stream()
                    .filter(box -> !policy.topology().isOneHost(box))
                    .toList();
            findings.addAll(findings(Kind.MISSING, crossing, rule.causes(), ImmutableList.of(), Optional.of(MISSING)));
            for (Finding finding : doubtful) {
                if (!Boxes.intersect(box(rule), box(finding.rule()))) {
                    continue;
                }
                List<Box> both = intersection(List.of(box(rule)), List.of(box(finding.rule())));
                Optional<String> detail = finding.detail().map(text -> text.replace(MISSING, UNKNOWN));
                findings.addAll(findings(Kind.UNKNOWN, both, rule.causes(), finding.observed(), detail));
            }
        }
        return findings;
    }

    private List<Finding> findings(
            Kind kind,
            List<Box> boxes,
            ImmutableList<Cause> causes,
            ImmutableList<ObservedRule> observed,
            Optional<String> detail) {
        List<Finding> findings = new ArrayList<>();
        for (Box box : boxes) {
            if (policy.topology().isOneHost(box)) {
                continue; // such packets pass no router
            }
            for (var transport : box.shape().transports()) {
                Rule rule = new Rule(box.sources(), box.destinations(), transport, causes);
                findings.add(new Finding(kind, rule, Witness.of(box(rule), policy.topology()), observed, detail));
            }
        }
        return findings;
    }

    private static Box box(Rule rule) {
        return Box.of(rule.sources(), rule.destinations(), rule.transport());
    }

    private static List<Box> difference(List<Box> left, List<Box> right) {
        return combine(left, right, Combination.differenceAt(left.size()));
    }

    private static List<Box> intersection(List<Box> left, List<Box> right) {
        return combine(left, right, Combination.intersectionAt(left.size()));
    }

    private static List<Box> combine(List<Box> left, List<Box> right, Combination combination) {
        List<Box> boxes = new ArrayList<>(left);
        boxes.addAll(right);
        return PacketAlgebra.combine(boxes, combination);
    }
}
