package io.portolan.firewall.linux;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.firewall.api.RenderedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Holds texts against files that a person has read; {@code -Dgolden.update=true} renews them. */
final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    static void assertSame(String target, List<RenderedFile> files) throws IOException {
        for (RenderedFile file : files) {
            Path golden = FOLDER.resolve(target).resolve(file.name());
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.text(), UTF_8);
            }
            assertThat(file.text()).as(file.name()).isEqualTo(Files.readString(golden, UTF_8));
        }
    }
}
