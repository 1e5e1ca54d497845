package io.portolan.sitefile;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTextTest {
    private static final String TEXT = "windows: modern # M\u00FCnchen \uD83D\uDEA2\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void isReadBehindAByteOrderMark(String charset) throws IOException {
        Path file = Files.write(folder.resolve("site.yaml"), ("\uFEFF" + TEXT).getBytes(Charset.forName(charset)));
        assertThat(FileText.read(file)).isEqualTo(TEXT);
    }

    @Test
    void isNoMoreThanTheBound() {
        byte[] bytes = TEXT.getBytes(UTF_8);
        assertThat(FileText.read("-", new ByteArrayInputStream(bytes), bytes.length))
                .isEqualTo(TEXT);
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> FileText.read("-", new ByteArrayInputStream(bytes), bytes.length - 1))
                .withMessageStartingWith("-: is longer than ");
    }

    @Test
    void needsAMarkToBeUtf16() {
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            byte[] bytes = "a: b\n".getBytes(charset);
            assertThatExceptionOfType(InvalidFileException.class)
                    .isThrownBy(() -> FileText.read("-", new ByteArrayInputStream(bytes), 100))
                    .withMessageContaining("is not text");
        }
    }

    /** A pipe without a writer gives nothing and does not end. */
    @Test
    void isOfARegularFile() throws IOException {
        Path pipe = folder.resolve("pipe");
        try {
            new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        } catch (IOException e) {
            Assumptions.abort("there is no mkfifo here");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Assumptions.assumeTrue(Files.exists(pipe), "there is no mkfifo here");
        assertThatExceptionOfType(InvalidFileException.class)
                .isThrownBy(() -> FileText.read(pipe))
                .withMessageEndingWith("pipe: is no regular file; expected one, or - for standard input");
    }
}
