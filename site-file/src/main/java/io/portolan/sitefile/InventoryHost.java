package io.portolan.sitefile;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/**
 * A host of an inventory.
 *
 * @param name its name, which no other host of the inventory has
 * @param addresses its addresses, such as {@code 10.0.0.5}; empty if the inventory tells none
 * @param groups the groups that it is in, and its tags as {@code key=value}
 */
public record InventoryHost(String name, ImmutableList<String> addresses, ImmutableList<String> groups) {
    /**
     * Refuses null and a blank name.
     *
     * @param name its name
     * @param addresses its addresses
     * @param groups the groups that it is in, and its tags
     */
    public InventoryHost {
        checkArgument(!name.isBlank(), "a host has no name");
    }
}
