#Requires -RunAsAdministrator
#Requires -Modules NetSecurity

# Rules of Windows Firewall for the host pilot, made by Portolan.
#
# Load: powershell -NoProfile -ExecutionPolicy Bypass -File THIS-FILE, as administrator.
# All rules of the group harbour are replaced; no other rule and no default is changed.
# Each rule is replaced by itself, and those that are gone go last. If the script stops, run it again.
# Inbound rules matter where the default is to block, which it is unless it was changed.
# Outbound rules matter only where it was changed to block: by default everything may go out.
# RPC stands for the ports on which RPC services of this host listen at the time, whatever their range,
# and RPCEPMap for that of the endpoint mapper.
# The file harbour-reasons.json tells the flows of each rule.

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$group = 'harbour'

$rules = @(
    @{
        Name          = 'harbour-in-p-fb2c89b1cb'
        DisplayName   = 'harbour in p fb2c89b1cb'
        Description   = 'p-fb2c89b1cb harbour.quay.pilot.gre'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = '47'
        LocalAddress  = @('10.0.1.5')
        RemoteAddress = @('10.0.0.20', '10.0.0.22')
    }
    @{
        Name          = 'harbour-in-p-f0af31c199'
        DisplayName   = 'harbour in p f0af31c199'
        Description   = 'p-f0af31c199 harbour.crew.pilot.ping6-icmpv6'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'ICMPv6'
        IcmpType      = '128:0'
        LocalAddress  = @('2001:db8:1::5')
        RemoteAddress = @('2001:db8:c::/48')
    }
    @{
        Name          = 'harbour-out-p-a441cd6dd9'
        DisplayName   = 'harbour out p a441cd6dd9'
        Description   = 'p-a441cd6dd9 harbour.pilot.quay.rpc-endpoint-mapper-tcp harbour.pilot.quay.rpc-tcp harbour.pilot.quay.tally-tcp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        RemotePort    = @('135', '49152-65535')
        LocalAddress  = @('10.0.1.5')
        RemoteAddress = @('10.0.0.20', '10.0.0.22')
    }
    @{
        Name          = 'harbour-out-p-9c4278bed5'
        DisplayName   = 'harbour out p 9c4278bed5'
        Description   = 'p-9c4278bed5 harbour.internet.gateway.https-tcp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        RemotePort    = @('443')
        LocalAddress  = @('10.0.1.5', '2001:db8:1::5')
        RemoteAddress = @('10.0.0.10', '2001:db8::10')
    }
    @{
        Name          = 'harbour-out-p-5bfb040d65'
        DisplayName   = 'harbour out p 5bfb040d65'
        Description   = 'p-5bfb040d65 harbour.internet.gateway.voice-udp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'UDP'
        RemotePort    = @('3391')
        LocalAddress  = @('10.0.1.5', '2001:db8:1::5')
        RemoteAddress = @('10.0.0.10', '2001:db8::10')
    }
    @{
        Name          = 'harbour-out-p-fae085e9fa'
        DisplayName   = 'harbour out p fae085e9fa'
        Description   = 'p-fae085e9fa harbour.pilot.gateway.vrrp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = '112'
        LocalAddress  = @('10.0.1.5', '2001:db8:1::5')
        RemoteAddress = @('10.0.0.10', '2001:db8::10')
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
