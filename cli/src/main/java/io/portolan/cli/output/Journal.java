package io.portolan.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to become of the files of a folder, written down before the first of them changes.
 *
 * <p>A run that is killed among the changes leaves its journal in the staging folder; the next run finishes them first. A
 * change that fails is undone, with all before it.
 */
final class Journal {
    private static final String FILE = "journal";
    private static final String DRAFT = "journal.draft";

    private final Staging staging;
    private final Path folder;
    private final List<String> written;
    private final List<String> removed;

    Journal(Staging staging, Path folder, List<String> written, List<String> removed) {
        this.staging = staging;
        this.folder = folder;
        this.written = List.copyOf(written);
        this.removed = List.copyOf(removed);
    }

    /** Returns the name under which the new text of a file waits. */
    static String draft(int number) {
        return "new-" + number;
    }

    private static String kept(String kind, int number) {
        return kind + "-" + number;
    }

    /** Finishes what a killed run began, if it had written its journal. */
    static void recover(Staging staging, Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        try {
            for (String line :
                    Files.readString(staging.file(FILE), UTF_8).lines().toList()) {
                (line.startsWith("+") ? written : removed).add(line.substring(1));
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Journal journal = new Journal(staging, folder, written, removed);
        for (int i = 0; i < written.size(); i++) {
            if (Files.exists(staging.file(draft(i)))) {
                move(staging.file(draft(i)), journal.place(written.get(i)));
            }
        }
        for (String name : removed) {
            Files.deleteIfExists(journal.place(name));
        }
        Staging.sync(folder);
        Files.delete(staging.file(FILE));
    }

    private Path place(String name) {
        return folder.resolve(name);
    }

    /** Makes the changes, all or none. */
    void commit() throws IOException {
        keep("old", written);
        keep("gone", removed);
        StringBuilder text = new StringBuilder();
        written.forEach(name -> text.append('+').append(name).append('\n'));
        removed.forEach(name -> text.append('-').append(name).append('\n'));
        move(staging.write(DRAFT, text.toString().getBytes(UTF_8)), staging.file(FILE));
        staging.sync();
        try {
            for (int i = 0; i < written.size(); i++) {
                move(staging.file(draft(i)), place(written.get(i)));
            }
            for (String name : removed) {
                Files.deleteIfExists(place(name));
            }
        } catch (IOException e) {
            undo(e);
            throw e;
        }
        Staging.sync(folder);
        Files.delete(staging.file(FILE));
    }

    /** Keeps the old files under second names, so that they can be put back. */
    private void keep(String kind, List<String> names) throws IOException {
        for (int i = 0; i < names.size(); i++) {
            Path place = place(names.get(i));
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Files.createLink(staging.file(kept(kind, i)), place);
                } catch (UnsupportedOperationException | IOException e) {
                    Files.copy(
                            place,
                            staging.file(kept(kind, i)),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private void undo(IOException cause) {
        putBack("old", written, cause);
        putBack("gone", removed, cause);
        try {
            Files.deleteIfExists(staging.file(FILE));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void putBack(String kind, List<String> names, IOException cause) {
        for (int i = 0; i < names.size(); i++) {
            try {
                Path old = staging.file(kept(kind, i));
                boolean changed = kind.equals("gone") || !Files.exists(staging.file(draft(i)));
                if (changed && Files.exists(old, LinkOption.NOFOLLOW_LINKS)) {
                    move(old, place(names.get(i)));
                } else if (changed) {
                    Files.deleteIfExists(place(names.get(i)));
                }
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
