package io.portolan.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list of files that a run wrote into a folder, each with its SHA-256, as {@code sha256sum --check} reads it.
 *
 * @param hashes the hash of each file, by name
 */
record Manifest(Map<String, String> hashes) {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9-][A-Za-z0-9.-]*)");

    /** Lists files with what they hold. */
    static Manifest of(Map<String, byte[]> files) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, hash(bytes)));
        return new Manifest(hashes);
    }

    private static String hash(byte[] bytes) {
        return Hashing.sha256().hashBytes(bytes).toString();
    }

    /** Reads what an earlier run wrote; lines that are not of ours, and a file that is not there, list nothing. */
    static Manifest read(Path file) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try {
            for (String line : Files.readString(file, UTF_8).lines().toList()) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    hashes.put(matcher.group(2), matcher.group(1));
                }
            }
        } catch (NoSuchFileException e) {
            return new Manifest(hashes);
        }
        return new Manifest(hashes);
    }

    /** Tells whether a file is as it was written. */
    boolean isUnchanged(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && hash(Files.readAllBytes(file)).equals(hashes.get(name));
    }

    /** Returns the text of the file. */
    byte[] text() {
        StringBuilder text = new StringBuilder();
        hashes.forEach(
                (name, hash) -> text.append(hash).append("  ").append(name).append('\n'));
        return text.toString().getBytes(UTF_8);
    }
}
