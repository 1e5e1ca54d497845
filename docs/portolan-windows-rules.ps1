#Requires -Modules NetSecurity

# Lists the rules of Windows Firewall that are in force on this host as JSON, for Portolan to read. Changes nothing.
#
# Run, as administrator:
#   powershell -NoProfile -ExecutionPolicy Bypass -File portolan-windows-rules.ps1 | Out-File -Encoding utf8 rules.json
#
# Filters are fetched once for all rules and joined by InstanceID, which takes seconds instead of minutes. Where two policy
# stores have a rule with the same InstanceID, the filters of these rules are asked for one by one.

$ErrorActionPreference = 'Stop'
$store = 'ActiveStore'

function ConvertTo-Lookup {
    param(
        $Filters
    )
    $lookup = @{}
    foreach ($filter in $Filters) {
        if ($lookup.ContainsKey($filter.InstanceID)) {
            $lookup[$filter.InstanceID] = $null
        } else {
            $lookup[$filter.InstanceID] = $filter
        }
    }
    return $lookup
}

$ports = ConvertTo-Lookup -Filters @(Get-NetFirewallPortFilter -PolicyStore $store)
$addresses = ConvertTo-Lookup -Filters @(Get-NetFirewallAddressFilter -PolicyStore $store)
$applications = ConvertTo-Lookup -Filters @(Get-NetFirewallApplicationFilter -PolicyStore $store)
$services = ConvertTo-Lookup -Filters @(Get-NetFirewallServiceFilter -PolicyStore $store)
$interfaces = ConvertTo-Lookup -Filters @(Get-NetFirewallInterfaceFilter -PolicyStore $store)
$interfaceTypes = ConvertTo-Lookup -Filters @(Get-NetFirewallInterfaceTypeFilter -PolicyStore $store)
$securities = ConvertTo-Lookup -Filters @(Get-NetFirewallSecurityFilter -PolicyStore $store)

$rules = foreach ($rule in Get-NetFirewallRule -PolicyStore $store) {
    $id = $rule.InstanceID
    $port = $ports[$id]
    if ($null -eq $port) {
        $port = Get-NetFirewallPortFilter -AssociatedNetFirewallRule $rule
    }
    $address = $addresses[$id]
    if ($null -eq $address) {
        $address = Get-NetFirewallAddressFilter -AssociatedNetFirewallRule $rule
    }
    $application = $applications[$id]
    if ($null -eq $application) {
        $application = Get-NetFirewallApplicationFilter -AssociatedNetFirewallRule $rule
    }
    $service = $services[$id]
    if ($null -eq $service) {
        $service = Get-NetFirewallServiceFilter -AssociatedNetFirewallRule $rule
    }
    $interface = $interfaces[$id]
    if ($null -eq $interface) {
        $interface = Get-NetFirewallInterfaceFilter -AssociatedNetFirewallRule $rule
    }
    $interfaceType = $interfaceTypes[$id]
    if ($null -eq $interfaceType) {
        $interfaceType = Get-NetFirewallInterfaceTypeFilter -AssociatedNetFirewallRule $rule
    }
    $security = $securities[$id]
    if ($null -eq $security) {
        $security = Get-NetFirewallSecurityFilter -AssociatedNetFirewallRule $rule
    }
    [PSCustomObject]@{
        Name                          = $rule.Name
        DisplayName                   = $rule.DisplayName
        Enabled                       = [string]$rule.Enabled
        Direction                     = [string]$rule.Direction
        Action                        = [string]$rule.Action
        Profile                       = [string]$rule.Profile
        EnforcementStatus             = @($rule.EnforcementStatus | ForEach-Object { [string]$_ })
        Owner                         = $rule.Owner
        Platform                      = @($rule.Platform)
        RemoteDynamicKeywordAddresses = @($rule.RemoteDynamicKeywordAddresses)
        PolicyAppId                   = $rule.PolicyAppId
        Protocol                      = $port.Protocol
        LocalPort                     = @($port.LocalPort)
        RemotePort                    = @($port.RemotePort)
        IcmpType                      = @($port.IcmpType)
        DynamicTarget                 = [string]$port.DynamicTarget
        LocalAddress                  = @($address.LocalAddress)
        RemoteAddress                 = @($address.RemoteAddress)
        Program                       = $application.Program
        Package                       = $application.Package
        Service                       = $service.Service
        InterfaceAlias                = @($interface.InterfaceAlias)
        InterfaceType                 = [string]$interfaceType.InterfaceType
        Authentication                = [string]$security.Authentication
        Encryption                    = [string]$security.Encryption
        OverrideBlockRules            = [string]$security.OverrideBlockRules
        LocalUser                     = $security.LocalUser
        RemoteUser                    = $security.RemoteUser
        RemoteMachine                 = $security.RemoteMachine
    }
}

$profiles = foreach ($each in Get-NetFirewallProfile -PolicyStore $store) {
    [PSCustomObject]@{
        Name                  = $each.Name
        Enabled               = [string]$each.Enabled
        DefaultInboundAction  = [string]$each.DefaultInboundAction
        DefaultOutboundAction = [string]$each.DefaultOutboundAction
        AllowInboundRules     = [string]$each.AllowInboundRules
    }
}

[PSCustomObject]@{
    profiles = @($profiles)
    rules    = @($rules)
} | ConvertTo-Json -Depth 4
