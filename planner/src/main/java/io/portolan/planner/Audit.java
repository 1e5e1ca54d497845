package io.portolan.planner;

import com.google.common.collect.ImmutableList;
import io.portolan.net.Transport;
import io.portolan.planner.address.Peers;
import io.portolan.planner.packets.Box;
import io.portolan.planner.packets.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a policy with the rules that a firewall really has.
 *
 * <pre>{@code
 * AuditReport report = Audit.of(policy)
 *         .expectClosed(Peers.any(), dmz, Transport.tcp(PortSet.of(139, 445)), "file sharing from the internet")
 *         .compare(observed);
 * }</pre>
 *
 * <p>A flow is met if every packet that it needs passes, whatever rule lets it. Where a site left alternatives open, either
 * of two ports is enough, and a flow that only one side of a question needs may be open or not. What passes and no flow
 * needs is excess, but for packets within one host.
 */
public final class Audit {
    private final Policy policy;
    private final List<Expectation> closed = new ArrayList<>();

    private Audit(Policy policy) {
        this.policy = policy;
    }

    /**
     * Starts an audit.
     *
     * @param policy what ought to be open
     * @return an audit without further expectations
     */
    public static Audit of(Policy policy) {
        return new Audit(policy);
    }

    /**
     * Compares a policy with observed rules, without further expectations.
     *
     * @param policy what ought to be open
     * @param observed what is configured
     * @return the findings
     */
    public static AuditReport compare(Policy policy, ObservedRules observed) {
        return of(policy).compare(observed);
    }

    /**
     * Adds packets that must not pass, whatever flows need.
     *
     * @param sources where they come from
     * @param destinations where they go
     * @param transport what they are
     * @param reason why they must not pass, in words
     * @return this audit
     */
    public Audit expectClosed(Peers sources, Peers destinations, Transport transport, String reason) {
        closed.add(new Expectation(new Box(sources, destinations, Shape.of(transport)), reason));
        return this;
    }

    /** Packets that must not pass. */
    record Expectation(Box box, String reason) {}

    /**
     * Compares the policy with observed rules.
     *
     * @param observed what is configured
     * @return each flow, met or with what is missing or unknown; what is open that must be closed; and what is open that no
     *     flow needs
     */
    public AuditReport compare(ObservedRules observed) {
        return new AuditReport(new Comparison(policy, ImmutableList.copyOf(closed), observed).findings());
    }
}
