package io.portolan.firewall;

import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.Rendering;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.planner.Policy;

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
     * Returns what firewalls of this kind can express.
     *
     * @return the capability
     */
    public Capability capability() {
        return switch (this) {
            case NFTABLES -> Nftables.capability();
            case IPTABLES -> Iptables.capability();
            case WINDOWS -> WindowsFirewall.capability();
            case NETSH -> Netsh.capability();
            case AWS_TERRAFORM -> AwsTerraform.capability();
            case AWS_JSON -> AwsJson.capability();
            case AZURE_ARM -> AzureArm.capability();
            case AZURE_TERRAFORM -> AzureTerraform.capability();
            case CISCO_IOS -> CiscoIos.capability();
        };
    }

    /**
     * Renders a policy with {@link RenderOptions#defaults()}.
     *
     * @param policy the policy
     * @return files, and what they do not say
     * @throws RuleBudgetException if there are more rules than the firewall takes
     */
    public Rendering render(Policy policy) {
        return render(policy, RenderOptions.defaults());
    }

    /**
     * Renders a policy.
     *
     * <p>What is rendered allows exactly the packets of the policy, except for what {@link Rendering#limitations()} lists as
     * not said and {@link Rendering#excess()} as opened besides. The same policy gives the same text.
     *
     * @param policy the policy
     * @param options for which firewall, and how
     * @return files, and what they do not say
     * @throws IllegalArgumentException if the options do not fit the firewall or the policy
     * @throws RuleBudgetException if there are more rules than the firewall takes and no excess was asked for
     */
    public Rendering render(Policy policy, RenderOptions options) {
        return switch (this) {
            case NFTABLES -> Nftables.render(policy, options);
            case IPTABLES -> Iptables.render(policy, options);
            case WINDOWS -> WindowsFirewall.render(policy, options);
            case NETSH -> Netsh.render(policy, options);
            case AWS_TERRAFORM -> AwsTerraform.render(policy, options);
            case AWS_JSON -> AwsJson.render(policy, options);
            case AZURE_ARM -> AzureArm.render(policy, options);
            case AZURE_TERRAFORM -> AzureTerraform.render(policy, options);
            case CISCO_IOS -> CiscoIos.render(policy, options);
        };
    }

    /** Returns the identifier. */
    @Override
    public String toString() {
        return id;
    }
}
