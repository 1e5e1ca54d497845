package io.portolan.firewall.windows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.api.RenderedFile;
import io.portolan.firewall.api.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a person has read. To renew them, run with {@code -Dgolden.update=true} and read the difference. */
public final class GoldenFiles {
    private GoldenFiles() {}

    public static void check(String target, Rendering rendering) throws IOException {
        Path folder = Path.of("src", "test", "resources", "golden", target);
        for (RenderedFile file : rendering.files()) {
            check(folder.resolve(file.name()), file.text());
        }
        StringBuilder said = new StringBuilder();
        rendering.limitations().forEach(limitation -> said.append(limitation).append('\n'));
        check(folder.resolve("limitations.txt"), said.toString());
    }

    private static void check(Path golden, String text) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text, UTF_8);
        }
        assertThat(text).isEqualTo(Files.readString(golden, UTF_8));
    }
}
