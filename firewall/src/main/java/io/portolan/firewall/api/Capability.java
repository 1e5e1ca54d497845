package io.portolan.firewall.api;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import io.portolan.net.IpProtocol;
import io.portolan.planner.address.AddressFamily;
import io.portolan.planner.address.OutsideName;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one kind of firewall can say.
 *
 * @param stateful whether answers pass by themselves; where they do not, they are rendered too
 * @param portSlots how many ports and ranges one rule lists; empty if any number
 * @param slotsPerRange how many of those a range takes
 * @param peersPerRule how many addresses, prefixes or names one rule lists at each end; empty if any number
 * @param families the families of addresses
 * @param names the kinds of names that may stand at the ends of rules
 * @param protocols the protocols that it filters; empty if every one
 * @param icmpTypes whether it tells types and codes of ICMP apart
 * @param sourcePorts whether it looks at source ports
 * @param ruleBudget how many rules there may be by default, each as {@link #budgetPer()} says; empty if any number
 * @param budgetPer what has the budget, such as {@code direction of a security group}; empty if there is none
 * @param commentLength how many characters a comment has at most, 0 if rules have none
 * @param commentCharacters which characters a comment may have
 */
public record Capability(
        boolean stateful,
        OptionalInt portSlots,
        int slotsPerRange,
        OptionalInt peersPerRule,
        ImmutableSet<AddressFamily> families,
        ImmutableSet<OutsideName.Kind> names,
        Optional<ImmutableSet<IpProtocol>> protocols,
        boolean icmpTypes,
        boolean sourcePorts,
        OptionalInt ruleBudget,
        String budgetPer,
        int commentLength,
        CommentCharacters commentCharacters) {
    /**
     * Refuses null.
     *
     * @param stateful whether answers pass by themselves; where they do not, they are rendered too
     * @param portSlots how many ports and ranges one rule lists; empty if any number
     * @param slotsPerRange how many of those a range takes
     * @param peersPerRule how many addresses, prefixes or names one rule lists at each end; empty if any number
     * @param families the families of addresses
     * @param names the kinds of names that may stand at the ends of rules
     * @param protocols the protocols that it filters; empty if every one
     * @param icmpTypes whether it tells types and codes of ICMP apart
     * @param sourcePorts whether it looks at source ports
     * @param ruleBudget how many rules there may be by default, each as {@link #budgetPer()} says; empty if any number
     * @param budgetPer what has the budget, such as {@code direction of a security group}; empty if there is none
     * @param commentLength how many characters a comment has at most, 0 if rules have none
     * @param commentCharacters which characters a comment may have
     */
    public Capability {
        requireNonNull(portSlots, "portSlots");
        requireNonNull(peersPerRule, "peersPerRule");
        requireNonNull(families, "families");
        requireNonNull(names, "names");
        requireNonNull(protocols, "protocols");
        requireNonNull(ruleBudget, "ruleBudget");
        requireNonNull(budgetPer, "budgetPer");
        requireNonNull(commentCharacters, "commentCharacters");
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
}
