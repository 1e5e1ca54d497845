package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A program that asks one catalog loads nothing of the others. */
class StartupIT {
    private static final Pattern PACKAGE = Pattern.compile("io\\.portolan\\.(\\w+)\\.");

    @Test
    void askingOneCatalogLoadsNoOther() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        "target/classes" + File.pathSeparator + Jars.classPath(),
                        "consumer.GatewayFlows")
                .redirectErrorStream(true)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines.stream()
                        .filter(line -> line.contains("source:"))
                        .map(PACKAGE::matcher)
                        .filter(Matcher::find)
                        .map(matcher -> matcher.group(1))
                        .distinct())
                .containsExactlyInAnyOrder("net", "catalog", "catalogs", "rds", "internal");
    }
}
