package io.portolan.sitefile;

import com.google.common.base.Ascii;
import java.util.List;

/** The formats in which other tools write what hosts there are. */
public enum InventoryFormat {
    /**
     * CSV with the header {@code name,addresses,groups}: addresses and groups are separated by blanks or semicolons; other
     * columns become tags, as {@code column=value}.
     */
    CSV,
    /** Ansible: an inventory in YAML, or what {@code ansible-inventory --list} prints. */
    ANSIBLE,
    /** NetBox: devices or virtual machines as its API returns them. */
    NETBOX,
    /** AWS: what {@code aws ec2 describe-instances} prints. */
    AWS,
    /** Azure: what {@code az vm list --show-details} prints. */
    AZURE;

    /**
     * Returns the name by which command lines know the format.
     *
     * @return such as {@code csv}
     */
    public String id() {
        return Ascii.toLowerCase(name());
    }

    List<InventoryHost> hosts(String name, String text) {
        return switch (this) {
            case CSV -> CsvInventory.hosts(name, text);
            case ANSIBLE -> AnsibleInventory.hosts(name, text);
            case NETBOX -> CloudInventories.netBox(name, text);
            case AWS -> CloudInventories.aws(name, text);
            case AZURE -> CloudInventories.azure(name, text);
        };
    }
}
