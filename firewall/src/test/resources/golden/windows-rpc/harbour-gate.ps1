#Requires -RunAsAdministrator
#Requires -Modules NetSecurity

# Rules of Windows Firewall for the host gate, made by Portolan.
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
        Name          = 'harbour-in-p-5c6cb9b5be'
        DisplayName   = 'harbour in p 5c6cb9b5be'
        Description   = 'p-5c6cb9b5be harbour.crew.gateway.web-tcp harbour.internet.gateway.https-tcp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        LocalPort     = @('443')
        LocalAddress  = @('10.0.0.10', '2001:db8::10')
    }
    @{
        Name          = 'harbour-in-p-8fbebfe43e'
        DisplayName   = 'harbour in p 8fbebfe43e'
        Description   = 'p-8fbebfe43e harbour.crew.gateway.web-tcp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        LocalPort     = @('8080', '8443', '9000-9010')
        LocalAddress  = @('10.0.0.10', '2001:db8::10')
        RemoteAddress = @('10.1.0.0/16', '10.2.0.1-10.2.0.6', '2001:db8:c::/48')
    }
    @{
        Name          = 'harbour-in-p-5e168304b5'
        DisplayName   = 'harbour in p 5e168304b5'
        Description   = 'p-5e168304b5 harbour.internet.gateway.voice-udp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'UDP'
        LocalPort     = @('3391')
        LocalAddress  = @('10.0.0.10', '2001:db8::10')
    }
    @{
        Name          = 'harbour-in-p-fae085e9fa'
        DisplayName   = 'harbour in p fae085e9fa'
        Description   = 'p-fae085e9fa harbour.pilot.gateway.vrrp'
        Direction     = 'Inbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = '112'
        LocalAddress  = @('10.0.0.10', '2001:db8::10')
        RemoteAddress = @('10.0.1.5', '2001:db8:1::5')
    }
    @{
        Name          = 'harbour-out-p-b315f76030'
        DisplayName   = 'harbour out p b315f76030'
        Description   = 'p-b315f76030 harbour.gateway.quay.rpc-endpoint-mapper-tcp harbour.gateway.quay.rpc-tcp harbour.gateway.quay.smb-tcp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        RemotePort    = @('135', '445', '49152-65535')
        LocalAddress  = @('10.0.0.10')
        RemoteAddress = @('10.0.0.20', '10.0.0.22')
    }
    @{
        Name          = 'harbour-out-p-6f736be74a'
        DisplayName   = 'harbour out p 6f736be74a'
        Description   = 'p-6f736be74a harbour.gateway.chandler.orders-tcp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'TCP'
        RemotePort    = @('443')
        LocalAddress  = @('10.0.0.10')
        RemoteAddress = @('203.0.113.7')
    }
    @{
        Name          = 'harbour-out-p-6626948991'
        DisplayName   = 'harbour out p 6626948991'
        Description   = 'p-6626948991 harbour.gateway.quay.boot-udp'
        Direction     = 'Outbound'
        Action        = 'Allow'
        Enabled       = 'True'
        Profile       = 'Any'
        Protocol      = 'UDP'
        LocalPort     = @('67')
        RemotePort    = @('68')
        LocalAddress  = @('10.0.0.10')
        RemoteAddress = @('10.0.0.20', '10.0.0.22')
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
