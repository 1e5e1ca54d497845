package io.portolan.cli.file;

import io.portolan.cli.text.Shown;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a file as text: UTF-8, with or without a byte order mark, of a bounded length. */
final class FileText {
    /** Room for tens of thousands of hosts or rules; a file beyond it is some other file. */
    static final int LONGEST = 1 << 22;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private FileText() {}

    /** Returns the text of a file, which is read no further than the longest that a file may be. */
    static String read(String name) {
        return read(name, LONGEST);
    }

    /** Does so with another bound, in bytes. */
    static String read(String name, int longest) {
        byte[] bytes;
        try {
            Path file = Path.of(name);
            if (Files.isDirectory(file)) {
                throw refusal(name, "is a directory; expected a file");
            }
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(longest + 1);
            }
        } catch (InvalidPathException e) {
            throw refusal(name, "is no path of a file");
        } catch (NoSuchFileException e) {
            throw refusal(name, "there is no such file");
        } catch (AccessDeniedException e) {
            throw refusal(name, "the file may not be read by this user");
        } catch (IOException e) {
            throw refusal(name, "cannot be read: " + Shown.plain(String.valueOf(e.getMessage())));
        }
        return decode(name, bytes, longest);
    }

    /** Returns the text that bytes are. */
    static String decode(String name, byte[] bytes) {
        return decode(name, bytes, LONGEST);
    }

    private static String decode(String name, byte[] bytes, int longest) {
        if (bytes.length > longest) {
            throw refusal(name, "is longer than " + (longest >> 20) + " MiB; expected a shorter file");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int wrong = bytes[in.position()] & 0xFF;
            throw end(name, text).error(String.format("is not text in UTF-8: byte 0x%02X is out of place here", wrong));
        }
        text = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        for (int i = 0; i < text.length(); i++) {
            if (!isText(text.charAt(i))) {
                throw end(name, text.substring(0, i))
                        .error(String.format(
                                "is not text: it holds the control character U+%04X", (int) text.charAt(i)));
            }
        }
        return text;
    }

    /** Refuses a file as a whole. */
    static FileException refusal(String name, String message) {
        return new FileException(Shown.plain(name) + ": " + message);
    }

    private static boolean isText(char c) {
        return switch (c) {
            case '\t', '\n', '\r', '\u0085' -> true;
            case '\uFFFE', '\uFFFF' -> false;
            default -> Character.getType(c) != Character.CONTROL;
        };
    }

    private static Position end(String name, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean ends = text.charAt(i) == '\n';
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        return new Position(name, line, column, "");
    }
}
