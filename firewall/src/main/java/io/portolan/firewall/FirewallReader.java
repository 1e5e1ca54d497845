package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRules;

/**
 * Reads what one kind of firewall has.
 *
 * <p>Nothing is guessed: what a reader does not understand makes a rule one that may match less than it says, and an audit
 * answers unknown where that matters.
 */
public interface FirewallReader {
    /**
     * Reads rules.
     *
     * @param text what the firewall lists
     * @param options what the text does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not what the firewall lists, or longer than a reader takes
     */
    ObservedRules read(String text, ReadOptions options);
}
