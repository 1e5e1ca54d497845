package io.portolan.firewall.linux;

import io.portolan.firewall.json.Json;
import java.util.LinkedHashSet;
import java.util.Set;

/** The words and numbers of a value of nftables. */
final class NftTexts {
    private NftTexts() {}

    /** Returns texts and numbers alone, in an array, a set, or joined by bars; none if there is anything else. */
    static Set<String> of(Json value) {
        Set<String> texts = new LinkedHashSet<>();
        return add(texts, value) ? texts : Set.of();
    }

    private static boolean add(Set<String> texts, Json value) {
        if (value instanceof Json.Text text) {
            texts.add(text.value());
            return !text.value().startsWith("@");
        }
        if (value instanceof Json.Num number) {
            texts.add(number.value());
            return true;
        }
        if (value instanceof Json.Arr array) {
            return array.values().stream().allMatch(each -> add(texts, each));
        }
        if (value instanceof Json.Obj object && object.entries().size() == 1) {
            for (String key : new String[] {"set", "|"}) {
                if (object.get(key).isPresent()) {
                    return add(texts, object.require(key));
                }
            }
        }
        return false;
    }
}
