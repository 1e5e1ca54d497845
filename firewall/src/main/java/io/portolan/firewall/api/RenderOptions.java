package io.portolan.firewall.api;

import com.google.common.base.CharMatcher;
import io.portolan.internal.Excerpts;
import io.portolan.planner.Place;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** For which firewall a policy is rendered, and how. */
public final class RenderOptions {
    private static final int LONGEST_NAME = 20;
    private static final CharMatcher NAME =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9')).or(CharMatcher.is('-'));

    /** The name of what is ours unless another one is given: {@value}. */
    public static final String DEFAULT_NAME = "portolan";

    private final String name;
    private final Optional<Place> host;
    private final OverBudget overBudget;
    private final OptionalInt ruleBudget;
    private final boolean rpcKeywords;
    private final boolean applicationGroups;

    private RenderOptions(Builder builder) {
        this.name = builder.name;
        this.host = Optional.ofNullable(builder.host);
        this.overBudget = builder.overBudget;
        this.ruleBudget = builder.ruleBudget;
        this.rpcKeywords = builder.rpcKeywords;
        this.applicationGroups = builder.applicationGroups;
    }

    /** What becomes of a policy that takes more rules than there may be. */
    public enum OverBudget {
        /** It is refused with a {@link RuleBudgetException}. */
        REFUSE,
        /** Rules are merged with the least excess, which {@link Rendering#excess()} lists. */
        MERGE
    }

    /**
     * Returns the default options: a firewall between networks, called {@code portolan}.
     *
     * @return the options
     */
    public static RenderOptions defaults() {
        return builder().build();
    }

    /**
     * Returns options for the firewall on a host: what it may receive and send.
     *
     * @param host a host of the topology
     * @return the options
     */
    public static RenderOptions forHost(Place host) {
        return builder().host(host).build();
    }

    /**
     * Starts with {@link #defaults()}.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what everything that is ours is called on the firewall, so that a second run replaces it.
     *
     * @return the name of a table, chain, group or list, or its beginning
     */
    public String name() {
        return name;
    }

    /**
     * Returns on which host the firewall is.
     *
     * @return the host, empty for a firewall between networks, or for every host where firewalls are on hosts alone
     */
    public Optional<Place> host() {
        return host;
    }

    /**
     * Returns what becomes of a policy that takes too many rules.
     *
     * @return the choice
     */
    public OverBudget overBudget() {
        return overBudget;
    }

    /**
     * Returns how many rules there may be.
     *
     * @return a count above 0, empty for that of the {@link Capability}
     */
    public OptionalInt ruleBudget() {
        return ruleBudget;
    }

    /**
     * Tells whether flows of dynamic RPC are written with the keywords {@code RPC} and {@code RPCEPMap} of Windows Firewall
     * rather than numbers.
     *
     * @return whether keywords are used where they can be
     */
    public boolean rpcKeywords() {
        return rpcKeywords;
    }

    /**
     * Tells whether rules for Azure refer to application security groups where they can, rather than list prefixes alone.
     *
     * @return whether groups are referred to
     */
    public boolean applicationGroups() {
        return applicationGroups;
    }

    /** Builds options. */
    public static final class Builder {
        private String name = DEFAULT_NAME;
        private @Nullable Place host;
        private OverBudget overBudget = OverBudget.REFUSE;
        private OptionalInt ruleBudget = OptionalInt.empty();
        private boolean rpcKeywords;
        private boolean applicationGroups = true;

        private Builder() {}

        /**
         * Sets what everything that is ours is called.
         *
         * @param newName 1 to 20 letters in lower case, digits and hyphens, the first a letter
         * @return this builder
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder name(String newName) {
            if (newName.isEmpty()
                    || newName.length() > LONGEST_NAME
                    || !NAME.matchesAllOf(newName)
                    || !CharMatcher.inRange('a', 'z').matches(newName.charAt(0))) {
                throw new IllegalArgumentException("not a name for rules: " + Excerpts.quote(newName)
                        + "; expected 1 to 20 letters a-z, digits and hyphens, the first a letter");
            }
            name = newName;
            return this;
        }

        /**
         * Sets on which host the firewall is.
         *
         * @param newHost a host of the topology
         * @return this builder
         * @throws IllegalArgumentException if the place is no host
         */
        public Builder host(Place newHost) {
            if (newHost.kind() != Place.Kind.HOST) {
                throw new IllegalArgumentException(
                        newHost.name() + " is no host; expected one, as only hosts have firewalls of their own");
            }
            host = newHost;
            return this;
        }

        /**
         * Sets what becomes of a policy that takes too many rules.
         *
         * @param choice the choice
         * @return this builder
         */
        public Builder overBudget(OverBudget choice) {
            overBudget = choice;
            return this;
        }

        /**
         * Sets how many rules there may be, where a quota was raised or shared with other rules.
         *
         * @param rules a count above 0
         * @return this builder
         * @throws IllegalArgumentException if it is 0 or less
         */
        public Builder ruleBudget(int rules) {
            if (rules < 1) {
                throw new IllegalArgumentException("a budget of " + rules + " rules; expected 1 or more");
            }
            ruleBudget = OptionalInt.of(rules);
            return this;
        }

        /**
         * Sets whether flows of dynamic RPC are written with keywords.
         *
         * @param keywords whether to use keywords where they can be
         * @return this builder
         */
        public Builder rpcKeywords(boolean keywords) {
            rpcKeywords = keywords;
            return this;
        }

        /**
         * Sets whether rules for Azure refer to application security groups where they can; true if not set.
         *
         * @param groups false to list prefixes alone
         * @return this builder
         */
        public Builder applicationGroups(boolean groups) {
            applicationGroups = groups;
            return this;
        }

        /**
         * Returns the options.
         *
         * @return the options
         */
        public RenderOptions build() {
            return new RenderOptions(this);
        }
    }
}
