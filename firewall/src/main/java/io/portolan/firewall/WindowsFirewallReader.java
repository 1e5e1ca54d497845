package io.portolan.firewall;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.firewall.api.ReadOptions;
import io.portolan.firewall.windows.HostListing;
import io.portolan.planner.ObservedRules;
import io.portolan.planner.Place;
import io.portolan.planner.address.AddressSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Reads the rules that are in force on a host with Windows Firewall.
 *
 * <p>The listing is JSON that {@link #script()} makes on the host. Read are, too, what
 * {@code netsh advfirewall firewall show rule name=all verbose} prints in English, with what
 * {@code netsh advfirewall show allprofiles} prints beside it, and the strings of the registry and of Group Policy
 * ({@code v2.30|Action=Allow|...}), as {@code reg query} and {@code reg export} print the key {@code FirewallPolicy}. Without
 * profiles in these nobody knows what passes by default.
 *
 * <p>The script fetches the rules and each kind of filter of the
 * active store once and joins them by their instance; in short:
 *
 * <pre>{@code
 * Get-NetFirewallRule -PolicyStore ActiveStore, and Get-NetFirewallPortFilter, ...AddressFilter, ...ApplicationFilter,
 * ...ServiceFilter, ...InterfaceFilter, ...InterfaceTypeFilter, ...SecurityFilter -PolicyStore ActiveStore,
 * with Get-NetFirewallProfile -PolicyStore ActiveStore, as
 * { "profiles": [ { "Name", "Enabled", "DefaultInboundAction", "DefaultOutboundAction", "AllowInboundRules" } ],
 *   "rules": [ { "Name", "DisplayName", "Enabled", "Direction", "Action", "Profile", "Protocol", "LocalPort",
 *     "RemotePort", "IcmpType", "LocalAddress", "RemoteAddress", "Program", "Package", "Service", "InterfaceAlias",
 *     "InterfaceType", "Authentication", "Encryption", "LocalUser", "RemoteUser", "RemoteMachine", ... } ] }
 * | ConvertTo-Json -Depth 4
 * }</pre>
 *
 * <p>Lists of one may be the one, and enums their numbers, as Windows PowerShell 5 writes them.
 *
 * <p>A rule that blocks goes before all that allow. What passes by default is a rule at the end. Rules that are not enabled
 * are left out, and so are those for addresses that the host does not have. Not understood is whatever depends on more than
 * packets: a program, package, service, interface, user or computer, security of the connection, some of the profiles
 * alone, an enforcement status other than full; addresses by keyword, such as {@code LocalSubnet}, which could be any; ports
 * by keyword, such as {@code RPC}, which could be any but 0; and every word that is not known. {@code RPCEPMap} over TCP is
 * port 135. With {@link ReadOptions#trustingPrograms()} a rule that allows a program, service or package alone is taken to
 * hold for whatever listens, and its identifier says so; one that blocks a program stays in doubt. As netsh does not print
 * packages, its rules are understood only so.
 */
public final class WindowsFirewallReader {
    private WindowsFirewallReader() {}

    /**
     * Returns the script for PowerShell that makes the listing, {@code portolan-windows-rules.ps1}.
     *
     * @return the script, in ASCII; it changes nothing on the host
     */
    public static String script() {
        try (InputStream script =
                WindowsFirewallReader.class.getResourceAsStream("windows/portolan-windows-rules.ps1")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a listing.
     *
     * @param text what the script printed
     * @param options what the listing does not tell
     * @return the rules
     * @throws FirewallFormatException if the text is not such a listing
     * @throws IllegalArgumentException if the options have no host, or one without addresses: a listing does not tell whose
     *     it is
     */
    public static ObservedRules read(String text, ReadOptions options) {
        AddressSet host =
                options.host().map(Place::peers).map(peers -> peers.addresses()).orElse(AddressSet.none());
        if (host.isEmpty()) {
            throw new IllegalArgumentException(
                    "the listing does not tell whose firewall it is; expected options with a host that has addresses");
        }
        return HostListing.read(text, host, options.trustsPrograms()).observed();
    }
}
