#Requires -RunAsAdministrator
#Requires -Modules NetSecurity

# Rules of Windows Firewall for the host quay, made by Portolan.
#
# Load: powershell -NoProfile -ExecutionPolicy Bypass -File THIS-FILE, as administrator.
# All rules of the group portolan are replaced; no other rule and no default is changed.
# Each rule is replaced by itself, and those that are gone go last. If the script stops, run it again.
# Inbound rules matter where the default is to block, which it is unless it was changed.
# Outbound rules matter only where it was changed to block: by default everything may go out.
# The file portolan-reasons.json tells the flows of each rule.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$group = 'portolan'

$rules = @(
    @{
        Name          = 'portolan-in-p-5bcd1d8da6'
        DisplayName   = 'portolan in p 5bcd1d8da6'
        Description   = 'p-5bcd1d8da6 harbour.crew.quay.ping-icmp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'ICMPv4'
        IcmpType      = '8'
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.1.0.0/16', '10.2.0.1-10.2.0.6')
    }
    @{
        Name          = 'portolan-in-p-d5c2f5e53d'
        DisplayName   = 'portolan in p d5c2f5e53d'
        Description   = 'p-d5c2f5e53d harbour.gateway.quay.rpc-endpoint-mapper-tcp harbour.gateway.quay.rpc-tcp harbour.pilot.quay.rpc-endpoint-mapper-tcp harbour.pilot.quay.rpc-tcp harbour.pilot.quay.tally-tcp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        LocalPort     = @('135', '49152-65535')
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.0.10', '10.0.1.5')
    }
    @{
        Name          = 'portolan-in-p-c032fc26fd'
        DisplayName   = 'portolan in p c032fc26fd'
        Description   = 'p-c032fc26fd harbour.gateway.quay.smb-tcp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        LocalPort     = @('445')
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.0.10')
    }
    @{
        Name          = 'portolan-in-p-6626948991'
        DisplayName   = 'portolan in p 6626948991'
        Description   = 'p-6626948991 harbour.gateway.quay.boot-udp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'UDP'
        LocalPort     = @('68')
        RemotePort    = @('67')
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.0.10')
    }
    @{
        Name          = 'portolan-out-p-8e060fb875'
        DisplayName   = 'portolan out p 8e060fb875'
        Description   = 'p-8e060fb875 harbour.internet.gateway.https-tcp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        RemotePort    = @('443')
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.0.10')
    }
    @{
        Name          = 'portolan-out-p-2f1fe29296'
        DisplayName   = 'portolan out p 2f1fe29296'
        Description   = 'p-2f1fe29296 harbour.internet.gateway.voice-udp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'UDP'
        RemotePort    = @('3391')
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.0.10')
    }
    @{
        Name          = 'portolan-out-p-fb2c89b1cb'
        DisplayName   = 'portolan out p fb2c89b1cb'
        Description   = 'p-fb2c89b1cb harbour.quay.pilot.gre'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = '47'
        LocalAddress  = @('10.0.0.20', '10.0.0.22')
        RemoteAddress = @('10.0.1.5')
    }
)

$found = @(Get-NetFirewallRule -PolicyStore 'PersistentStore' | Where-Object { $_.Group -eq $group })
foreach ($rule in $rules) {
    foreach ($old in $found) {
        if ($old.Name -eq $rule.Name) {
            Remove-NetFirewallRule -InputObject $old
        }
    }
    New-NetFirewallRule -PolicyStore 'PersistentStore' -Group $group @rule | Out-Null
}
$names = @($rules | ForEach-Object { $_.Name })
foreach ($old in $found) {
    if ($names -notcontains $old.Name) {
        Remove-NetFirewallRule -InputObject $old
    }
}
