package io.portolan.catalog;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.portolan.net.IpProtocol;
import java.util.AbstractSet;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of flows in document order, which answers further questions.
 *
 * <p>It is a {@link Set}: iterate, stream and count it. Printed, it is one flow a line. Each question narrows
 * the set and returns a new one; questions by endpoint and port are answered by an index of the catalog.
 *
 * @param <R> the roles that can be asked for
 */
public final class FlowSet<R extends ProductRole> extends AbstractSet<Flow> {
    private final FlowIndex index;

    /** Positions in the index; never changed. */
    private final BitSet members;

    private FlowSet(FlowIndex index, BitSet members) {
        this.index = index;
        this.members = members;
    }

    static <R extends ProductRole> FlowSet<R> all(ImmutableList<Flow> flows) {
        FlowIndex index = new FlowIndex(flows);
        return new FlowSet<>(index, index.all());
    }

    /**
     * Returns those that a role opens.
     *
     * @param source the role
     * @return the flows, in document order
     */
    public FlowSet<R> from(R source) {
        return and(index.from(source));
    }

    /**
     * Returns those that an endpoint opens.
     *
     * @param source infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    public FlowSet<R> from(SharedEndpoint source) {
        return and(index.from(source));
    }

    /**
     * Returns those that are opened to a role.
     *
     * @param destination the role
     * @return the flows, in document order
     */
    public FlowSet<R> to(R destination) {
        return and(index.to(destination));
    }

    /**
     * Returns those that are opened to an endpoint.
     *
     * @param destination infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    public FlowSet<R> to(SharedEndpoint destination) {
        return and(index.to(destination));
    }

    /**
     * Returns those that a role opens and those that are opened to it.
     *
     * @param party the role
     * @return the flows, in document order
     */
    public FlowSet<R> involving(R party) {
        return involvingEndpoint(party);
    }

    /**
     * Returns those that an endpoint opens and those that are opened to it.
     *
     * @param party infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    public FlowSet<R> involving(SharedEndpoint party) {
        return involvingEndpoint(party);
    }

    /**
     * Returns those between two roles, in either direction.
     *
     * @param one a role
     * @param other a role
     * @return the flows, in document order
     */
    public FlowSet<R> between(R one, R other) {
        return from(one).to(other).or(from(other).to(one));
    }

    /**
     * Returns those between a role and another endpoint, in either direction.
     *
     * @param one a role
     * @param other infrastructure, an outside site, or the same host
     * @return the flows, in document order
     */
    public FlowSet<R> between(R one, SharedEndpoint other) {
        return from(one).to(other).or(from(other).to(one));
    }

    /**
     * Returns those between an endpoint and a role, in either direction.
     *
     * @param one infrastructure, an outside site, or the same host
     * @param other a role
     * @return the flows, in document order
     */
    public FlowSet<R> between(SharedEndpoint one, R other) {
        return between(other, one);
    }

    /**
     * Returns those that an endpoint opens, for an endpoint of which only a program that runs knows the kind, such as one
     * that {@link Catalog#endpoint} found or the party of another flow.
     *
     * @param source any endpoint, of whatever product
     * @return the flows, in document order
     */
    public FlowSet<R> fromEndpoint(Endpoint source) {
        return and(index.from(source));
    }

    /**
     * Returns those that are opened to an endpoint; see {@link #fromEndpoint}.
     *
     * @param destination any endpoint, of whatever product
     * @return the flows, in document order
     */
    public FlowSet<R> toEndpoint(Endpoint destination) {
        return and(index.to(destination));
    }

    /**
     * Returns those that an endpoint opens and those that are opened to it; see {@link #fromEndpoint}.
     *
     * @param party any endpoint, of whatever product
     * @return the flows, in document order
     */
    public FlowSet<R> involvingEndpoint(Endpoint party) {
        return fromEndpoint(party).or(toEndpoint(party));
    }

    /**
     * Returns those of an IP protocol.
     *
     * @param protocol the protocol
     * @return the flows, in document order
     */
    public FlowSet<R> over(IpProtocol protocol) {
        checkNotNull(protocol, "protocol");
        return where(flow -> flow.protocol() == protocol);
    }

    /**
     * Returns those to a port, as documents lead one to expect it: by number, as the default or an alternative of a
     * setting, or within the dynamic range (see {@link PortSpec#expected()}).
     *
     * @param protocol TCP or UDP
     * @param port a port, 0 to 65535
     * @return the flows, in document order
     * @throws IllegalArgumentException if the protocol has no ports or the port is out of range
     */
    public FlowSet<R> on(IpProtocol protocol, int port) {
        return and(index.on(protocol, port));
    }

    /**
     * Returns those to a port over TCP or UDP; see {@link #on(IpProtocol, int)}.
     *
     * @param port a port, 0 to 65535
     * @return the flows, in document order
     * @throws IllegalArgumentException if the port is out of range
     */
    public FlowSet<R> on(int port) {
        return on(IpProtocol.TCP, port).or(on(IpProtocol.UDP, port));
    }

    /**
     * Returns those that carry a service.
     *
     * @param service the application protocol
     * @return the flows, in document order
     */
    public FlowSet<R> withService(Service service) {
        checkNotNull(service, "service");
        return where(flow -> flow.service().equals(service));
    }

    /**
     * Returns those with a necessity.
     *
     * @param necessity the necessity
     * @return the flows, in document order
     */
    public FlowSet<R> withNecessity(Necessity necessity) {
        checkNotNull(necessity, "necessity");
        return where(flow -> flow.necessity() == necessity);
    }

    /**
     * Returns those that depend on a feature, whichever answer they ask for.
     *
     * @param feature the feature
     * @return the flows, in document order
     */
    public FlowSet<R> withFeature(Feature feature) {
        checkNotNull(feature, "feature");
        return where(flow -> {
            for (Condition condition : flow.conditions()) {
                if (feature.equals(condition.feature().orElse(null))) {
                    return true;
                }
            }
            return false;
        });
    }

    /**
     * Returns those whose port a setting decides.
     *
     * @param setting the setting
     * @return the flows, in document order
     */
    public FlowSet<R> withSetting(PortSetting setting) {
        checkNotNull(setting, "setting");
        return where(flow -> setting.equals(flow.setting().orElse(null)));
    }

    /** Returns the flow with an identifier, if it is a member. */
    Optional<Flow> withId(String id) {
        int position = index.position(id);
        return position >= 0 && members.get(position) ? Optional.of(index.get(position)) : Optional.empty();
    }

    /** Returns the endpoints of the members, each once, in the order in which flows name them. */
    ImmutableList<Endpoint> endpoints() {
        Set<Endpoint> endpoints = new LinkedHashSet<>();
        for (Flow flow : this) {
            endpoints.add(flow.source());
            endpoints.add(flow.destination());
        }
        return ImmutableList.copyOf(endpoints);
    }

    private FlowSet<R> and(BitSet positions) {
        if (members.equals(index.all())) {
            return new FlowSet<>(index, positions);
        }
        BitSet both = copyOf(members);
        both.and(positions);
        return new FlowSet<>(index, both);
    }

    private FlowSet<R> or(FlowSet<R> other) {
        BitSet either = copyOf(members);
        either.or(other.members);
        return new FlowSet<>(index, either);
    }

    /** Copies without {@code clone()}, which trims the original and so is no mere reading of it. */
    private static BitSet copyOf(BitSet positions) {
        BitSet copy = new BitSet(positions.length());
        copy.or(positions);
        return copy;
    }

    private FlowSet<R> where(Predicate<Flow> test) {
        BitSet found = new BitSet(members.length());
        for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
            if (test.test(index.get(i))) {
                found.set(i);
            }
        }
        return new FlowSet<>(index, found);
    }

    /**
     * Returns how many flows the set holds.
     *
     * @return the number of flows
     */
    @Override
    public int size() {
        return members.cardinality();
    }

    /**
     * Tells whether the set holds an equal flow.
     *
     * @param object any object
     * @return whether it is a flow of this set
     */
    @Override
    public boolean contains(@Nullable Object object) {
        return object instanceof Flow flow && flow.equals(withId(flow.id()).orElse(null));
    }

    /**
     * Returns the flows in document order.
     *
     * @return an iterator that cannot remove
     */
    @Override
    public Iterator<Flow> iterator() {
        return new Iterator<>() {
            private int next = members.nextSetBit(0);

            @Override
            public boolean hasNext() {
                return next >= 0;
            }

            @Override
            public Flow next() {
                if (next < 0) {
                    throw new NoSuchElementException();
                }
                Flow flow = index.get(next);
                next = members.nextSetBit(next + 1);
                return flow;
            }
        };
    }

    /**
     * Returns the flows in document order.
     *
     * @return an ordered spliterator, so that streams keep the order
     */
    @Override
    public Spliterator<Flow> spliterator() {
        return Spliterators.spliterator(
                this, Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL | Spliterator.IMMUTABLE);
    }

    /** Returns the flows, one a line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Flow flow : this) {
            text.append(text.length() == 0 ? "" : "\n").append(flow);
        }
        return text.toString();
    }
}
