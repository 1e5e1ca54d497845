package consumer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A piece of Java that is compiled against the jars as a user would, with every warning an error, and run. */
final class Snippet {
    private final String className;
    private final String source;
    private final Path output;

    /** A class with the given text as its whole source. */
    Snippet(String className, String source, Path output) {
        this.className = className;
        this.source = source;
        this.output = output;
    }

    /** A {@code main} method with the given statements, after the given imports. */
    static Snippet ofStatements(String className, String imports, String statements, Path output) {
        return new Snippet(
                className,
                imports + "\npublic class " + className + " {\n" + "    public static void main(String[] args) {\n"
                        + statements + "\n    }\n}\n",
                output);
    }

    /** Compiles, and returns the errors and warnings, each as its code and text. */
    List<String> compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaFileObject file =
                    new SimpleJavaFileObject(
                            URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                        @Override
                        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                            return source;
                        }
                    };
            List<String> options = List.of(
                    "-Xlint:all",
                    "-Werror",
                    "--release",
                    "17",
                    "-proc:none",
                    "-d",
                    output.toString(),
                    "-classpath",
                    Jars.classPath(Jars.withPlanner()));
            compiler.getTask(null, files, diagnostics, options, null, List.of(file))
                    .call();
        }
        List<String> messages = new ArrayList<>();
        for (Diagnostic<?> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() != Diagnostic.Kind.NOTE) {
                messages.add(diagnostic.getCode() + ": " + diagnostic.getMessage(Locale.ROOT));
            }
        }
        return messages;
    }

    /** Runs {@code main} of the compiled class and returns what it printed. */
    String run() throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(output.toUri().toURL());
        for (Path jar : Jars.withPlanner()) {
            urls.add(jar.toUri().toURL());
        }
        PrintStream standardOut = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(className).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException e) {
            throw new AssertionError(className + " failed", e.getCause());
        } finally {
            System.setOut(standardOut);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
