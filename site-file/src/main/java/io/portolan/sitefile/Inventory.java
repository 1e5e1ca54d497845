package io.portolan.sitefile;

import com.google.common.collect.ImmutableList;
import io.portolan.internal.Shown;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The hosts that another tool knows, with their addresses and groups, from which the topology of a site file is made.
 *
 * <pre>{@code
 * SiteFile site = Inventory.read(InventoryFormat.CSV, Path.of("hosts.csv")).map(Path.of("mapping.yaml"));
 * }</pre>
 */
public final class Inventory {
    private final String name;
    private final ImmutableList<InventoryHost> hosts;

    Inventory(String name, List<InventoryHost> hosts) {
        this.name = name;
        this.hosts = ImmutableList.copyOf(hosts);
    }

    /**
     * Reads the inventory of another tool.
     *
     * @param format how the tool writes it
     * @param file the file, in UTF-8, of at most 256 MiB
     * @return the hosts
     * @throws InvalidFileException if it cannot be read, or is not of that format; with the places, and what would be right
     */
    public static Inventory read(InventoryFormat format, Path file) {
        return parse(format, file.toString(), FileText.read(file, 1 << 28));
    }

    /** Reads the text of an inventory. */
    static Inventory parse(InventoryFormat format, String name, String text) {
        Map<String, InventoryHost> byName = new LinkedHashMap<>();
        for (InventoryHost host : format.hosts(name, text)) {
            InventoryHost before = byName.putIfAbsent(host.name(), host);
            if (before != null) {
                throw FileText.refusal(name, "two hosts are called " + Shown.quote(host.name()));
            }
        }
        if (byName.isEmpty()) {
            throw FileText.refusal(name, "holds no hosts");
        }
        return new Inventory(name, List.copyOf(byName.values()));
    }

    /**
     * Returns the hosts.
     *
     * @return hosts in the order of the inventory, one or more
     */
    public ImmutableList<InventoryHost> hosts() {
        return hosts;
    }

    /**
     * Says which roles the hosts have.
     *
     * @param mapping a file with the keys of a site file, whose topology gets the hosts, and the key {@code mapping}: a list of
     *     rules, each with {@code group} or {@code name}, which may have asterisks, and {@code roles} or {@code endpoints}
     * @return the site file; a host that no rule is for has no roles
     * @throws InvalidFileException if the mapping is wrong, or a site file cannot say what follows from it
     */
    public SiteFile map(Path mapping) {
        return InventoryMapping.read(mapping).siteFile(this);
    }

    /** Returns the name of the file. */
    String name() {
        return name;
    }
}
