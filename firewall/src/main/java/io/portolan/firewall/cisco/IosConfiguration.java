package io.portolan.firewall.cisco;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.portolan.firewall.api.Capability;
import io.portolan.firewall.api.RenderOptions;
import io.portolan.firewall.api.RuleBudgetException;
import io.portolan.firewall.text.RuleParts.Part;
import io.portolan.planner.Topology;
import io.portolan.planner.address.AddressFamily;
import java.util.List;

/** The commands that replace the lists and their groups. */
public final class IosConfiguration {
    private static final String HEADER = """
            ! Access lists of Cisco IOS, made by Portolan.
            !
            ! Load: copy THIS-FILE running-config.
            ! Use: ip access-group LIST in, and ipv6 traffic-filter LIST6 in, on every interface between the networks;
            ! the lists hold both directions, because they keep no state.
            ! Both lists are replaced whole, and so are the groups below. Groups of an earlier load that are not below
            ! stay, unused: show object-group lists them, no object-group network removes them.
            ! An interface without its list lets everything pass, and from its first entry on a list denies what is
            ! not in it yet. For that moment shut the interface; or render under another name, load, and then give
            ! the interface the new list, which is one command.
            ! What is not permitted is denied at the end of each list without an entry. For IPv6, neighbor discovery
            ! (nd-na, nd-ns) is permitted before that, so do not add deny ipv6 any any.
            ! What the router itself receives, such as routing protocols, is not in the lists.
            ! The file REASONS tells the flows of each remark.
            !
            """;

    private final String name;
    private final RenderOptions options;
    private final NetworkGroups groups;
    private final AccessList ipv4;
    private final AccessList ipv6;

    /**
     * Makes the lists.
     *
     * @param questions what may be sent
     * @param answers what may come back
     * @param topology the hosts
     * @param options what the lists are called, and how many entries they may have
     * @param capability what a remark takes
     * @throws RuleBudgetException if the options set a budget and a list has more entries
     */
    public IosConfiguration(
            ImmutableList<Part> questions,
            ImmutableList<Part> answers,
            Topology topology,
            RenderOptions options,
            Capability capability) {
        this.options = options;
        this.name = Ascii.toUpperCase(options.name());
        this.groups = new NetworkGroups(name);
        this.ipv4 = new AccessList(AddressFamily.IPV4, name, groups, topology, capability);
        this.ipv6 = new AccessList(AddressFamily.IPV6, name + "6", groups, topology, capability);
        for (AccessList list : lists()) {
            list.addQuestions(questions);
            list.addAnswers(answers);
            if (list.entries() > options.ruleBudget().orElse(Integer.MAX_VALUE)) {
                throw new RuleBudgetException(
                        "entries of access list " + list.name(),
                        list.entries(),
                        options.ruleBudget().getAsInt());
            }
        }
    }

    private List<AccessList> lists() {
        return List.of(ipv4, ipv6);
    }

    /**
     * Returns the commands: what was there is removed, lists before the groups that they use, and all is made again.
     *
     * @return the text, in ASCII
     */
    public String text() {
        StringBuilder text =
                new StringBuilder(HEADER.replace("LIST", name).replace("REASONS", options.name() + "-reasons.json"));
        lists().forEach(list -> list.writeRemovalTo(text));
        groups.writeTo(text);
        lists().forEach(list -> list.writeTo(text));
        return text.append("end\n").toString();
    }
}
