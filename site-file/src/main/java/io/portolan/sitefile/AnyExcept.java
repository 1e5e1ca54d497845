package io.portolan.sitefile;

import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Any address but some: {@code {any: true, except: [private, places, 203.0.113.0/24]}}.
 *
 * @param addresses any address but those that are written out
 * @param places whether the addresses of all other places are excepted, too
 */
record AnyExcept(AddressSet addresses, boolean places) {
    static final String ANY = "any";
    static final String EXCEPT = "except";
    static final String PRIVATE = "private";
    static final String PLACES = "places";

    /** What is not routed on the internet: RFC 1122, 1918, 3927, 4193, 4291 and 6598. */
    private static final AddressSet NOT_ROUTED = AddressSet.parse("10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,"
            + "172.16.0.0/12,192.168.0.0/16,::1,fc00::/7,fe80::/10");

    static AnyExcept read(Node.Mapping mapping) {
        List<Boolean> any = new ArrayList<>();
        List<Boolean> places = new ArrayList<>();
        AddressSet.Builder except = AddressSet.builder();
        new Sections("key")
                .add(ANY, entry -> any.add(Values.yesOrNo(entry.value())))
                .add(
                        EXCEPT,
                        entry -> Values.each(entry.value(), "private, places, addresses, prefixes and ranges", text -> {
                            switch (text) {
                                case PRIVATE -> except.addAll(NOT_ROUTED);
                                case PLACES -> places.add(true);
                                default -> except.add(AddressRange.parse(text));
                            }
                        }))
                .read(mapping);
        if (!any.contains(true)) {
            throw mapping.place().error("expected any: true, and under except what is not meant");
        }
        return new AnyExcept(AddressSet.any().difference(except.build()), !places.isEmpty());
    }
}
