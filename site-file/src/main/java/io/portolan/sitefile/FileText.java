package io.portolan.sitefile;

import io.portolan.internal.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file as text of a bounded length: UTF-8, with or without a byte order mark, or UTF-16 with one, which PowerShell
 * writes.
 */
public final class FileText {
    /** Room for tens of thousands of hosts; a site file beyond it is some other file. */
    public static final int LONGEST = 1 << 22;

    /** Room for a million rules of a firewall. */
    public static final int LONGEST_RULES = 1 << 28;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /**
     * Returns a path.
     *
     * @param name the path, as the user gave it
     * @return the path
     * @throws InvalidFileException if no file can have it
     */
    public static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw refusal(name, "is no path of a file");
        }
    }

    /**
     * Returns the text of a file, which is read no further than the longest that a site file may be.
     *
     * @param file the file
     * @return its text, without a byte order mark
     * @throws InvalidFileException if it cannot be read, is longer than 4 MiB, or is no text in UTF-8
     */
    public static String read(Path file) {
        return read(file, LONGEST);
    }

    /**
     * Returns the text of a file, which is read no further than a bound.
     *
     * @param file the file
     * @param longest the bound, in bytes
     * @return its text, without a byte order mark
     * @throws InvalidFileException if it cannot be read, is no regular file, is longer, or is no text in UTF-8 or UTF-16
     */
    public static String read(Path file, int longest) {
        String name = file.toString();
        byte[] bytes;
        try {
            if (Files.isDirectory(file)) {
                throw refusal(name, "is a directory; expected a file");
            }
            // a pipe without a writer would be waited for without end
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refusal(name, "is no regular file; expected one, or - for standard input");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(longest + 1);
            }
        } catch (NoSuchFileException e) {
            throw refusal(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw refusal(name, "the file may not be read by this user");
        } catch (IOException e) {
            throw refusal(name, "cannot be read: " + Shown.plain(String.valueOf(e.getMessage())));
        }
        return decode(name, bytes, longest);
    }

    /**
     * Returns the text of a stream, which is read to its end, but no further than a bound.
     *
     * @param name what the stream is called in errors
     * @param in the stream, which is not closed
     * @param longest the bound, in bytes
     * @return its text, without a byte order mark
     * @throws InvalidFileException if it cannot be read, is longer, or is no text in UTF-8 or UTF-16
     */
    public static String read(String name, InputStream in, int longest) {
        try {
            return decode(name, in.readNBytes(longest + 1), longest);
        } catch (IOException e) {
            throw refusal(name, "cannot be read: " + Shown.plain(String.valueOf(e.getMessage())));
        }
    }

    /** Returns in what the text is: only a byte order mark tells that it is not UTF-8. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    /** Returns the text that bytes are. */
    static String decode(String name, byte[] bytes, int longest) {
        if (bytes.length > longest) {
            throw refusal(name, "is longer than " + (longest >> 20) + " MiB; expected a shorter file");
        }
        Charset charset = charset(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int wrong = bytes[in.position()] & 0xFF;
            throw refusal(
                    end(name, text),
                    String.format("is not text in %s: byte 0x%02X is out of place here", charset, wrong));
        }
        text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        for (int i = 0; i < text.length(); i++) {
            if (!isText(text.charAt(i))) {
                throw refusal(
                        end(name, text.substring(0, i)),
                        String.format("is not text: it holds the control character U+%04X", (int) text.charAt(i)));
            }
        }
        return text;
    }

    /**
     * Refuses a file as a whole.
     *
     * @param name the name of the file
     * @param message what is wrong
     * @return the exception to throw
     */
    public static InvalidFileException refusal(String name, String message) {
        return new InvalidFileException(List.of(new FileProblem(name, Optional.empty(), message)));
    }

    private static InvalidFileException refusal(FilePosition position, String message) {
        return new InvalidFileException(List.of(new FileProblem(position.file(), Optional.of(position), message)));
    }

    private static boolean isText(char c) {
        return switch (c) {
            case '\t', '\n', '\r', '\u0085' -> true;
            case '\uFFFE', '\uFFFF' -> false;
            default -> Character.getType(c) != Character.CONTROL;
        };
    }

    private static FilePosition end(String name, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new FilePosition(name, line, column, "");
    }
}
