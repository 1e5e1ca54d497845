package io.portolan.firewall;

/** The kinds of firewalls that policies are rendered for. */
public enum Target {
    /** The tables of Linux since 2014. */
    NFTABLES("nftables", "nftables: one table, replaced as a whole"),
    /** The tables of Linux before, and the commands that many still use. */
    IPTABLES("iptables", "iptables-restore and ip6tables-restore: chains of our own"),
    /** The firewall of Windows, by PowerShell. */
    WINDOWS("windows", "Windows Firewall: a PowerShell script for each host"),
    /** The firewall of Windows, by netsh. */
    NETSH("netsh", "Windows Firewall: a netsh script for each host"),
    /** Security groups of Amazon Web Services, by Terraform. */
    AWS_TERRAFORM("aws-terraform", "AWS security groups: Terraform"),
    /** Security groups of Amazon Web Services, by the command line. */
    AWS_JSON("aws-json", "AWS security groups: arguments of authorize-security-group-ingress and -egress"),
    /** Network security groups of Azure, by a template of its Resource Manager. */
    AZURE_ARM("azure-arm", "Azure network security groups: an ARM template"),
    /** Network security groups of Azure, by Terraform. */
    AZURE_TERRAFORM("azure-terraform", "Azure network security groups: Terraform"),
    /** Access lists of Cisco IOS. */
    CISCO_IOS("cisco-ios", "Cisco IOS: extended access lists with object groups");

    private final String id;
    private final String title;

    Target(String id, String title) {
        this.id = id;
        this.title = title;
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
     * Returns what is rendered, in words.
     *
     * @return a short text
     */
    public String title() {
        return title;
    }

    /**
     * Returns what renders for this kind of firewall.
     *
     * @return a renderer
     */
    public Renderer renderer() {
        return switch (this) {
            case NFTABLES -> new Nftables();
            case IPTABLES -> new Iptables();
            case WINDOWS -> new WindowsFirewall();
            case NETSH -> new Netsh();
            case AWS_TERRAFORM -> new AwsTerraform();
            case AWS_JSON -> new AwsJson();
            case AZURE_ARM -> new AzureArm();
            case AZURE_TERRAFORM -> new AzureTerraform();
            case CISCO_IOS -> new CiscoIos();
        };
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
