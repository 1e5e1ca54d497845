package io.portolan.firewall.windows;

import com.google.common.base.Ascii;
import io.portolan.planner.address.AddressRange;
import io.portolan.planner.address.AddressSet;
import java.util.List;

/** Addresses as filters list them: one, a prefix, a subnet with its mask, a range, or a keyword. */
final class AddressListing {
    private AddressListing() {}

    /**
     * Returns the addresses of a filter. Where one of them is a keyword, such as {@code LocalSubnet}, or no address, it could
     * be any.
     */
    static AddressSet of(String key, List<String> values, Uncertainties uncertain) {
        AddressSet.Builder addresses = AddressSet.builder();
        for (String value : values) {
            if (Ascii.equalsIgnoreCase(value, "any") || value.equals("*")) {
                addresses.addAll(AddressSet.any());
                continue;
            }
            try {
                addresses.add(range(value));
            } catch (IllegalArgumentException e) {
                addresses.addAll(AddressSet.any());
                uncertain.add(key + " is " + Uncertainties.quote(List.of(value)));
            }
        }
        AddressSet all = addresses.build();
        return all.isEmpty() ? AddressSet.any() : all;
    }

    private static AddressRange range(String value) {
        int slash = value.indexOf('/');
        String mask = value.substring(slash + 1);
        if (slash < 0 || mask.indexOf('.') < 0) {
            return AddressRange.parse(value);
        }
        return AddressRange.parse(value.substring(0, slash) + "/" + length(mask));
    }

    /** Returns the length of the prefix that a mask stands for: from a mask to the last address is a prefix of its length. */
    private static int length(String mask) {
        return AddressRange.of(mask, "255.255.255.255")
                .prefixLength()
                .orElseThrow(() -> new IllegalArgumentException("not a mask"));
    }
}
