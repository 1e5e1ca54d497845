package io.portolan.firewall.linux;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.portolan.firewall.linux.ChainRule.Accept;
import io.portolan.firewall.linux.ChainRule.Drop;
import io.portolan.firewall.linux.ChainRule.Jump;
import io.portolan.firewall.linux.ChainRule.Outcome;
import io.portolan.firewall.linux.ChainRule.Return;
import io.portolan.internal.NumberSet;
import io.portolan.planner.ObservedRule.Action;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Chains that are made into one list decide as chains that are walked packet by packet do. */
class ChainsPropertyTest {
    private static final int ADDRESSES = 3;
    private static final int PORTS = 3;

    private record Packet(String source, String destination, int protocol, int port) {
        boolean isIn(Region region) {
            return region.sources().contains(source)
                    && region.destinations().contains(destination)
                    && region.protocols().contains(protocol)
                    && region.selectors().contains(port);
        }
    }

    private static List<Packet> packets() {
        List<Packet> packets = new ArrayList<>();
        for (int source = 0; source < ADDRESSES; source++) {
            for (int destination = 0; destination < ADDRESSES; destination++) {
                for (int port = 0; port < PORTS; port++) {
                    for (int protocol : new int[] {6, 17}) {
                        packets.add(new Packet("10.0.0." + source, "10.0.0." + destination, protocol, port));
                    }
                }
            }
        }
        return packets;
    }

    private static Region region(Random random) {
        return new Region(
                addresses(random),
                addresses(random),
                random.nextBoolean() ? Region.EVERY_PROTOCOL : NumberSet.of(random.nextBoolean() ? 6 : 17),
                NumberSet.all(),
                random.nextBoolean() ? NumberSet.all() : NumberSet.of(random.nextInt(PORTS)));
    }

    private static AddressSet addresses(Random random) {
        int first = random.nextInt(ADDRESSES);
        int last = first + random.nextInt(ADDRESSES - first);
        return random.nextInt(3) == 0 ? AddressSet.any() : AddressSet.parse("10.0.0." + first + "-10.0.0." + last);
    }

    /** Chains c0 to c3, of which each leads to later ones alone. */
    private static Map<String, ImmutableList<ChainRule>> chains(Random random, String prefix, boolean doubts) {
        Map<String, ImmutableList<ChainRule>> chains = new LinkedHashMap<>();
        for (int chain = 0; chain < 4; chain++) {
            ImmutableList.Builder<ChainRule> rules = ImmutableList.builder();
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                Condition condition = Condition.anyOf(
                        random.nextBoolean() ? List.of(region(random)) : List.of(region(random), region(random)));
                String id = prefix + chain + "." + i;
                if (doubts && random.nextInt(3) == 0) {
                    List<Piece> perhaps = condition.sure().stream()
                            .map(region -> new Piece(region, Doubt.of(id)))
                            .toList();
                    boolean some = random.nextBoolean();
                    condition = new Condition(
                            some ? condition.sure().subList(1, condition.sure().size()) : ImmutableList.of(),
                            ImmutableList.copyOf(perhaps.subList(0, some ? 1 : perhaps.size())));
                }
                rules.add(new ChainRule(id, condition, outcome(random, chain)));
            }
            chains.put("c" + chain, rules.build());
        }
        return chains;
    }

    private static Outcome outcome(Random random, int chain) {
        return switch (random.nextInt(chain < 3 ? 5 : 3)) {
            case 0 -> new Accept();
            case 1 -> new Drop();
            case 2 -> new Return();
            default -> new Jump("c" + (chain + 1 + random.nextInt(3 - chain)), random.nextInt(3) > 0);
        };
    }

    /** What becomes of a packet: nothing if the chain decides nothing. */
    private static Optional<Action> walk(
            Map<String, ImmutableList<ChainRule>> chains, String chain, Packet packet, Set<String> holding) {
        for (ChainRule rule : chains.getOrDefault(chain, ImmutableList.of())) {
            boolean matches = rule.condition().sure().stream().anyMatch(packet::isIn)
                    || (holding.contains(rule.id())
                            && rule.condition().perhaps().stream().anyMatch(piece -> packet.isIn(piece.region())));
            if (matches) {
                if (rule.outcome() instanceof Accept) {
                    return Optional.of(Action.ALLOW);
                }
                if (rule.outcome() instanceof Drop) {
                    return Optional.of(Action.DENY);
                }
                if (rule.outcome() instanceof Return) {
                    return Optional.empty();
                }
                if (rule.outcome() instanceof Jump jump) {
                    Optional<Action> inside = walk(chains, jump.chain(), packet, holding);
                    if (inside.isPresent() || !jump.comesBack()) {
                        return inside;
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** What a list says may become of a packet. */
    private static Set<Action> possible(List<Step> steps, Packet packet) {
        Set<Action> possible = EnumSet.noneOf(Action.class);
        for (Step step : steps) {
            if (packet.isIn(step.region())) {
                possible.add(step.action());
                if (step.doubt().isNone()) {
                    return possible;
                }
            }
        }
        throw new AssertionError("nothing decides of " + packet);
    }

    private static List<Step> inTurn(
            Map<String, ImmutableList<ChainRule>> first,
            Action policyOfFirst,
            Map<String, ImmutableList<ChainRule>> second,
            Action policyOfSecond) {
        Passage passage = new Passage(Region.EVERYTHING, AddressSet.none());
        passage.add(flatten(first, policyOfFirst));
        passage.add(flatten(second, policyOfSecond));
        return passage.steps();
    }

    private static Flattener.Flat flatten(Map<String, ImmutableList<ChainRule>> chains, Action policy) {
        Flattener.Chains table = new Flattener.Chains() {
            @Override
            public boolean contains(String chain) {
                return chains.containsKey(chain);
            }

            @Override
            public ImmutableList<ChainRule> rules(String chain) {
                return chains.getOrDefault(chain, ImmutableList.of());
            }
        };
        return Flattener.flatten(table, "c0", List.of(Piece.sure(Region.EVERYTHING)), policy);
    }

    private static Action policy(Random random) {
        return random.nextBoolean() ? Action.ALLOW : Action.DENY;
    }

    @Property(tries = 300)
    void whatIsUnderstoodIsExact(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, ImmutableList<ChainRule>> first = chains(random, "a", false);
        Map<String, ImmutableList<ChainRule>> second = chains(random, "b", false);
        Action policyOfFirst = policy(random);
        Action policyOfSecond = policy(random);
        List<Step> steps = inTurn(first, policyOfFirst, second, policyOfSecond);
        for (Packet packet : packets()) {
            Action one = walk(first, "c0", packet, Set.of()).orElse(policyOfFirst);
            Action two = walk(second, "c0", packet, Set.of()).orElse(policyOfSecond);
            Action both = one == Action.ALLOW ? two : Action.DENY;
            assertThat(possible(steps, packet)).as("%s", packet).containsExactly(both);
        }
    }

    @Property(tries = 300)
    void whatIsNotUnderstoodIsOneOfWhatMayBe(@ForAll long seed) {
        Random random = new Random(seed);
        Map<String, ImmutableList<ChainRule>> first = chains(random, "a", true);
        Map<String, ImmutableList<ChainRule>> second = chains(random, "b", true);
        Action policyOfFirst = policy(random);
        Action policyOfSecond = policy(random);
        List<Step> steps = inTurn(first, policyOfFirst, second, policyOfSecond);
        for (int i = 0; i < 5; i++) {
            Set<String> holding = new java.util.HashSet<>();
            for (Map<String, ImmutableList<ChainRule>> chains : List.of(first, second)) {
                chains.values()
                        .forEach(rules -> rules.stream()
                                .filter(rule -> random.nextBoolean())
                                .forEach(rule -> holding.add(rule.id())));
            }
            for (Packet packet : packets()) {
                Action one = walk(first, "c0", packet, holding).orElse(policyOfFirst);
                Action two = walk(second, "c0", packet, holding).orElse(policyOfSecond);
                Action both = one == Action.ALLOW ? two : Action.DENY;
                assertThat(possible(steps, packet)).as("%s", packet).contains(both);
            }
        }
    }

    @Property(tries = 300)
    void differencesHoldWhatOneHasAndTheOtherNot(@ForAll long seed) {
        Random random = new Random(seed);
        Region one = region(random);
        Region other = region(random);
        for (Packet packet : packets()) {
            long pieces = one.minus(other).stream().filter(packet::isIn).count();
            assertThat(pieces).isEqualTo(packet.isIn(one) && !packet.isIn(other) ? 1 : 0);
        }
    }
}
