package io.portolan.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.catalog.Catalog;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles the class of a draft with every warning an error, and asks it for its catalog. */
final class Compiled {
    private Compiled() {}

    static Catalog<?> catalog(CatalogDraft draft, DraftTitle title, Path folder) throws Exception {
        Path source = folder.resolve(title.packageName()).resolve(title.className() + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, draft.javaSource(), UTF_8);
        String jars = Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        out,
                        out,
                        "-proc:none",
                        "-Xlint:all,-classfile",
                        "-classpath",
                        jars,
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(status).as(said + draft.javaSource()).isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, CatalogDraft.class.getClassLoader())) {
            return (Catalog<?>) loader.loadClass(title.packageName() + "." + title.className())
                    .getMethod("catalog")
                    .invoke(null);
        }
    }
}
