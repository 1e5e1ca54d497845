package io.portolan.sitefile;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.function.BiFunction;

/** The formats in which other tools write what hosts there are. */
public enum InventoryFormat {
    /**
     * CSV with the header {@code name,addresses,groups}: addresses and groups are separated by blanks or semicolons; other
     * columns become tags, as {@code column=value}.
     */
    CSV(CsvInventory::hosts),
    /** Ansible: an inventory in YAML, or what {@code ansible-inventory --list} prints. */
    ANSIBLE(AnsibleInventory::hosts),
    /** NetBox: devices or virtual machines as its API returns them. */
    NETBOX(CloudInventories::netBox),
    /** AWS: what {@code aws ec2 describe-instances} prints. */
    AWS(CloudInventories::aws),
    /** Azure: what {@code az vm list --show-details} prints. */
    AZURE(CloudInventories::azure);

    private final BiFunction<String, String, List<InventoryHost>> reader;

    InventoryFormat(BiFunction<String, String, List<InventoryHost>> reader) {
        this.reader = reader;
    }

    /**
     * Returns the name by which command lines know the format.
     *
     * @return such as {@code csv}
     */
    public String id() {
        return Ascii.toLowerCase(name());
    }

    List<InventoryHost> hosts(String name, String text) {
        return reader.apply(name, text);
    }
}
