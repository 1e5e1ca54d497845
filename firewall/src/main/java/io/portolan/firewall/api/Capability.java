package io.portolan.firewall.api;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.OutsideName;
import java.util.Optional;
import java.util.OptionalInt;

/** What one kind of firewall can express. */
public final class Capability {
    private final boolean stateful;
    private final OptionalInt portSlots;
    private final int slotsPerRange;
    private final OptionalInt peersPerRule;
    private final ImmutableSet<AddressFamily> families;
    private final ImmutableSet<OutsideName.Kind> names;
    private final Optional<ImmutableSet<IpProtocol>> protocols;
    private final boolean icmpTypes;
    private final boolean sourcePorts;
    private final OptionalInt ruleBudget;
    private final String budgetPer;
    private final int commentLength;
    private final CommentCharacters commentCharacters;

    private Capability(Builder builder) {
        this.stateful = builder.stateful;
        this.portSlots = builder.portSlots;
        this.slotsPerRange = builder.slotsPerRange;
        this.peersPerRule = builder.peersPerRule;
        this.families = builder.families;
        this.names = builder.names;
        this.protocols = builder.protocols;
        this.icmpTypes = builder.icmpTypes;
        this.sourcePorts = builder.sourcePorts;
        this.ruleBudget = builder.ruleBudget;
        this.budgetPer = builder.budgetPer;
        this.commentLength = builder.commentLength;
        this.commentCharacters = builder.commentCharacters;
    }

    /**
     * Starts with a stateful firewall of both families that takes any number of rules, ports and addresses, every protocol
     * with types of ICMP and source ports, and neither names nor comments.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tells whether answers pass by themselves. Where they do not, they are rendered too.
     *
     * @return whether it keeps the state of connections
     */
    public boolean stateful() {
        return stateful;
    }

    /**
     * Returns how many ports and ranges one rule lists.
     *
     * @return a count above 0; empty if any number
     */
    public OptionalInt portSlots() {
        return portSlots;
    }

    /**
     * Returns how many of the {@link #portSlots()} a range takes.
     *
     * @return a count above 0
     */
    public int slotsPerRange() {
        return slotsPerRange;
    }

    /**
     * Returns how many addresses, prefixes or names one rule lists at each end.
     *
     * @return a count above 0; empty if any number
     */
    public OptionalInt peersPerRule() {
        return peersPerRule;
    }

    /**
     * Returns the families of addresses that it filters.
     *
     * @return the families
     */
    public ImmutableSet<AddressFamily> families() {
        return families;
    }

    /**
     * Returns the kinds of names that may stand at the ends of rules.
     *
     * @return the kinds; empty if rules take no names
     */
    public ImmutableSet<OutsideName.Kind> names() {
        return names;
    }

    /**
     * Returns the protocols that it filters.
     *
     * @return the protocols; empty if every one
     */
    public Optional<ImmutableSet<IpProtocol>> protocols() {
        return protocols;
    }

    /**
     * Tells whether it tells types and codes of ICMP apart.
     *
     * @return whether rules may have them
     */
    public boolean icmpTypes() {
        return icmpTypes;
    }

    /**
     * Tells whether it looks at source ports.
     *
     * @return whether rules may have them
     */
    public boolean sourcePorts() {
        return sourcePorts;
    }

    /**
     * Returns how many rules there may be by default, each as {@link #budgetPer()} says.
     *
     * @return a count above 0; empty if any number
     */
    public OptionalInt ruleBudget() {
        return ruleBudget;
    }

    /**
     * Returns what has the budget.
     *
     * @return words such as {@code direction of a security group}; empty if there is none
     */
    public String budgetPer() {
        return budgetPer;
    }

    /**
     * Returns how many characters a comment has at most.
     *
     * @return a count; 0 if rules have no comments
     */
    public int commentLength() {
        return commentLength;
    }

    /**
     * Returns which characters a comment may have.
     *
     * @return the characters
     */
    public CommentCharacters commentCharacters() {
        return commentCharacters;
    }

    /** Which characters a comment may have. Whatever it may not have is written as an underscore. */
    public enum CommentCharacters {
        /** ASCII letters, digits, blanks, and {@code . _ - : / , +} alone, which need no quoting anywhere. */
        PLAIN(" ._-:/,+"),
        /** Those of {@link #PLAIN} and {@code ( ) # @ [ ] + = & ; { } ! $ *}, which security groups of AWS take. */
        AWS(" ._-:/()#,@[]+=&;{}!$*");

        private final String punctuation;

        CommentCharacters(String punctuation) {
            this.punctuation = punctuation;
        }

        /**
         * Tells whether a comment may have a character.
         *
         * @param character a character
         * @return whether it is a letter or digit of ASCII or one of the others
         */
        public boolean has(char character) {
            return (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || punctuation.indexOf(character) >= 0;
        }
    }

    /** Builds capabilities. */
    public static final class Builder {
        private boolean stateful = true;
        private OptionalInt portSlots = OptionalInt.empty();
        private int slotsPerRange = 1;
        private OptionalInt peersPerRule = OptionalInt.empty();
        private ImmutableSet<AddressFamily> families = ImmutableSet.copyOf(AddressFamily.values());
        private ImmutableSet<OutsideName.Kind> names = ImmutableSet.of();
        private Optional<ImmutableSet<IpProtocol>> protocols = Optional.empty();
        private boolean icmpTypes = true;
        private boolean sourcePorts = true;
        private OptionalInt ruleBudget = OptionalInt.empty();
        private String budgetPer = "";
        private int commentLength;
        private CommentCharacters commentCharacters = CommentCharacters.PLAIN;

        private Builder() {}

        /**
         * Says that answers do not pass by themselves and are rendered too.
         *
         * @return this builder
         */
        public Builder stateless() {
            stateful = false;
            return this;
        }

        /**
         * Sets how many ports one rule lists.
         *
         * @param slots a count above 0
         * @param perRange how many of them a range takes, above 0
         * @return this builder
         * @throws IllegalArgumentException if one of them is 0 or less
         */
        public Builder portSlots(int slots, int perRange) {
            checkArgument(slots > 0 && perRange > 0, "%s slots, %s a range; expected counts above 0", slots, perRange);
            portSlots = OptionalInt.of(slots);
            slotsPerRange = perRange;
            return this;
        }

        /**
         * Sets how many addresses, prefixes or names one rule lists at each end.
         *
         * @param peers a count above 0
         * @return this builder
         * @throws IllegalArgumentException if it is 0 or less
         */
        public Builder peersPerRule(int peers) {
            checkArgument(peers > 0, "%s peers a rule; expected a count above 0", peers);
            peersPerRule = OptionalInt.of(peers);
            return this;
        }

        /**
         * Sets the families of addresses that it filters.
         *
         * @param newFamilies the families
         * @return this builder
         */
        public Builder families(AddressFamily... newFamilies) {
            families = ImmutableSet.copyOf(newFamilies);
            return this;
        }

        /**
         * Sets the kinds of names that may stand at the ends of rules.
         *
         * @param kinds the kinds
         * @return this builder
         */
        public Builder names(OutsideName.Kind... kinds) {
            names = ImmutableSet.copyOf(kinds);
            return this;
        }

        /**
         * Sets the protocols that it filters.
         *
         * @param newProtocols the protocols
         * @return this builder
         */
        public Builder protocols(Iterable<IpProtocol> newProtocols) {
            protocols = Optional.of(ImmutableSet.copyOf(newProtocols));
            return this;
        }

        /**
         * Says that it does not tell types and codes of ICMP apart.
         *
         * @return this builder
         */
        public Builder withoutIcmpTypes() {
            icmpTypes = false;
            return this;
        }

        /**
         * Says that it does not look at source ports.
         *
         * @return this builder
         */
        public Builder withoutSourcePorts() {
            sourcePorts = false;
            return this;
        }

        /**
         * Sets how many rules there may be by default.
         *
         * @param rules a count above 0
         * @param per what has the budget, such as {@code direction of a security group}
         * @return this builder
         * @throws IllegalArgumentException if the count is 0 or less
         */
        public Builder ruleBudget(int rules, String per) {
            checkArgument(rules > 0, "a budget of %s rules; expected a count above 0", rules);
            ruleBudget = OptionalInt.of(rules);
            budgetPer = per;
            return this;
        }

        /**
         * Sets what comments rules take.
         *
         * @param length how many characters at most, above 0
         * @param characters which ones
         * @return this builder
         * @throws IllegalArgumentException if the length is 0 or less
         */
        public Builder comments(int length, CommentCharacters characters) {
            checkArgument(length > 0, "comments of %s characters; expected a count above 0", length);
            commentLength = length;
            commentCharacters = characters;
            return this;
        }

        /**
         * Returns the capability.
         *
         * @return the capability
         */
        public Capability build() {
            return new Capability(this);
        }
    }
}
