package io.portolan.firewall.groups;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.api.Excess;
import io.portolan.firewall.api.Limitation;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Renderings that a person has read. To renew them, run with {@code -Dgolden.update=true} and read the difference. */
public final class Golden {
    private Golden() {}

    /** Holds a rendering against the files of a folder: each file, and one with what was not said. */
    public static void check(String folder, Rendering rendering) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RenderedFile file : rendering.files()) {
            texts.put(file.name(), file.text());
        }
        StringBuilder said = new StringBuilder();
        for (Limitation limitation : rendering.limitations()) {
            said.append(limitation).append('\n');
        }
        for (Excess excess : rendering.excess()) {
            said.append(excess).append('\n');
        }
        texts.put("limitations.txt", said.toString());
        texts.forEach((name, text) -> check(Path.of("src", "test", "resources", "golden", folder, name), text));
    }

    private static void check(Path golden, String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.toAbsolutePath().getParent());
                Files.writeString(golden, text, UTF_8);
            }
            assertThat(text).isEqualTo(Files.readString(golden, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
