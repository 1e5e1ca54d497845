package io.portolan.firewall;

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
     * Returns what reads it.
     *
     * @return a reader
     */
    public FirewallReader reader() {
        return switch (this) {
            case NFT -> new NftablesReader();
            case IPTABLES -> new IptablesReader();
            case WINDOWS -> new WindowsFirewallReader();
            case AWS -> new AwsReader();
            case AZURE -> new AzureReader();
        };
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
