package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our jars are modules that link into a small image, and bring nothing but Guava with them. */
class LinkIT {
    @TempDir
    private static Path folder;

    private static Path image;

    @BeforeAll
    static void link() {
        image = folder.resolve("image");
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst("jlink")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "--module-path",
                        String.join(
                                File.pathSeparator,
                                "target/portolan-consumer-0.1.0-SNAPSHOT.jar",
                                Jars.FOLDER.toString()),
                        "--add-modules",
                        "com.example.consumer",
                        "--output",
                        image.toString());
        assertThat(status).as(said.toString()).isZero();
    }

    private static List<String> java(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(image.resolve("bin").resolve("java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    @Test
    void imageHoldsOurModulesAndGuavaAlone() throws Exception {
        assertThat(java("--list-modules"))
                .extracting(line -> line.replaceFirst("@.*", ""))
                .containsExactlyInAnyOrder(
                        "com.example.consumer",
                        "com.google.common",
                        "com.google.common.util.concurrent.internal",
                        "io.portolan.ad",
                        "io.portolan.catalogs",
                        "io.portolan.core",
                        "io.portolan.identity",
                        "io.portolan.rds",
                        "io.portolan.windows",
                        "io.portolan.configmgr",
                        "io.portolan.ras",
                        "java.base",
                        "java.logging");
    }

    @Test
    void imageRuns() throws Exception {
        assertThat(java("-m", "com.example.consumer/consumer.GatewayFlows"))
                .hasSize(17)
                .startsWith("rds.gateway.domain-controller.kerberos-tcp")
                .endsWith("RD Gateway tcp 3389,50000-50999 true");
    }

    @Test
    void noJarComesThatIsNotOursOrOfGuava() {
        assertThat(Jars.all())
                .extracting(jar -> jar.getFileName().toString().replaceFirst("-[0-9].*", ""))
                .containsExactlyInAnyOrder(
                        "portolan-catalog-rds",
                        "portolan-catalog-ad",
                        "portolan-catalog-identity",
                        "portolan-catalog-windows",
                        "portolan-catalog-configmgr",
                        "portolan-catalog-ras",
                        "portolan-catalogs",
                        "portolan-core",
                        "guava",
                        // brought by Guava: its internals, and annotations without code
                        "failureaccess",
                        "listenablefuture",
                        "jspecify",
                        "error_prone_annotations",
                        "j2objc-annotations");
    }
}
