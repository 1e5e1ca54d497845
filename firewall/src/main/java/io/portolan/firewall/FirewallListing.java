package io.portolan.firewall;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.planner.ObservedRules;

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
    AZURE("azure", "az network nsg list");

    private final String id;
    private final String command;

    FirewallListing(String id, String command) {
        this.id = id;
        this.command = command;
    }

    /**
     * Returns the stable identifier.
     *
     * @return the name of the constant in lower case
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
        };
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
