package io.portolan.sitefile;

import io.portolan.internal.Nearest;
import java.util.LinkedHashMap;
import java.util.Map;

/** The keys that a mapping of a file can have, and what reads each. */
final class Sections {
    private final String what;
    private final String hint;
    private final Map<String, Section> byKey = new LinkedHashMap<>();

    /** Reads what stands under a key. */
    interface Section {
        void read(Node.Entry entry);
    }

    /**
     * Starts without any key.
     *
     * @param what what a key names, such as "setting"
     */
    Sections(String what) {
        this(what, "");
    }

    /**
     * Starts without any key.
     *
     * @param what what a key names
     * @param hint what else to say of a key that is none of these
     */
    Sections(String what, String hint) {
        this.what = what;
        this.hint = hint;
    }

    Sections add(String key, Section section) {
        byKey.put(key, section);
        return this;
    }

    /** Reads every key in the order of the file, and throws if any is none of these or has a wrong value. */
    void read(Node.Mapping mapping) {
        Problems problems = new Problems();
        mapping.entries()
                .forEach((key, entry) -> problems.attempt(() -> {
                    Section section = byKey.get(key);
                    if (section == null) {
                        throw entry.key().error(Nearest.unknown(what, key, byKey.keySet()) + hint);
                    }
                    section.read(entry);
                }));
        problems.finish();
    }
}
