package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRules;
import java.util.Optional;

/** The forms in which firewalls list their rules, and that are read for audits. */
public enum FirewallListing {
    /** What {@code nft -j list ruleset} prints. */
    NFT("nft", "nft -j list ruleset"),
    /** What {@code iptables-save} or {@code ip6tables-save} prints, or both, one after the other. */
    IPTABLES("iptables", "iptables-save, ip6tables-save"),
    /** What the pipeline in {@link WindowsFirewallReader} prints. */
    WINDOWS("windows", "Get-NetFirewallRule with its filters, as JSON"),
    /** What {@code aws ec2 describe-security-groups} prints. */
    AWS("aws", "aws ec2 describe-security-groups"),
    /** What {@code az network nsg show} or {@code list} prints. */
    AZURE("azure", "az network nsg list"),
    /** What {@code show running-config} or {@code show access-lists} prints on Cisco IOS. */
    CISCO_IOS("cisco-ios", "show running-config");

    /** A listing shows on its first pages what it is. */
    private static final int LOOKED_AT = 1 << 16;

    private final String id;
    private final String command;

    FirewallListing(String id, String command) {
        this.id = id;
        this.command = command;
    }

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * Returns what prints it.
     *
     * @return a command, for people
     */
    public String command() {
        return command;
    }

    /**
     * Returns the form that a text seems to have, to tell somebody who did not say.
     *
     * @param text any text
     * @return a form; empty if the text looks like none
     */
    public static Optional<FirewallListing> resembling(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (start.contains("\"nftables\"")) {
            return Optional.of(NFT);
        }
        if (start.contains("|Action=")
                || start.contains("FirewallPolicy")
                || start.contains("Rule Name:")
                || start.contains(" Profile Settings:")
                || start.contains("\"DefaultInboundAction\"")) {
            return Optional.of(WINDOWS);
        }
        if (start.contains("\"SecurityGroups\"") || start.contains("\"IpPermissions\"")) {
            return Optional.of(AWS);
        }
        if (start.contains("ecurityRules\"")) { // securityRules, defaultSecurityRules, SecurityRules
            return Optional.of(AZURE);
        }
        if (start.contains("*filter") || start.contains("-save v") || start.contains("\n-A ")) {
            return Optional.of(IPTABLES);
        }
        return start.contains("access-list") || start.contains("access list ")
                ? Optional.of(CISCO_IOS)
                : Optional.empty();
    }

    /**
     * Reads a listing.
     *
     * <p>Nothing is guessed: what a reader does not understand makes a rule one that may match less than it says, and an
     * audit answers unknown where that matters.
     *
     * @param text what the firewall lists
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not what the firewall lists, or longer than a reader takes
     * @throws IllegalArgumentException if the options lack what the listing needs
     */
    public ObservedRules read(String text, ReadOptions options) {
        return switch (this) {
            case NFT -> NftablesReader.read(text, options);
            case IPTABLES -> IptablesReader.read(text, options);
            case WINDOWS -> WindowsFirewallReader.read(text, options);
            case AWS -> AwsReader.read(text, options);
            case AZURE -> AzureReader.read(text, options);
            case CISCO_IOS -> CiscoIosReader.read(text, options);
        };
    }

    /**
     * Reads what a listing says of answers, if the firewall keeps no state, so that rules have to let answers pass as well.
     *
     * @param text what the firewall lists
     * @param options what the listing does not tell
     * @return the rules for answers; empty for a firewall that lets answers pass by itself
     * @throws FirewallFormatException if the text is not what the firewall lists, or longer than a reader takes
     * @throws IllegalArgumentException if the options lack what the listing needs
     */
    public Optional<ObservedRules> readAnswers(String text, ReadOptions options) {
        return this == CISCO_IOS ? Optional.of(CiscoIosReader.readAnswers(text, options)) : Optional.empty();
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
