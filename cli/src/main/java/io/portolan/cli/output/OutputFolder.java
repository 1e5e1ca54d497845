package io.portolan.cli.output;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes files so that a folder has all of them, or is as it was.
 *
 * <p>Each run leaves a manifest of what it wrote. The next run with the same manifest removes what it no longer writes, if
 * nobody has changed it since. Files that Portolan did not write are never touched.
 */
public final class OutputFolder {
    private OutputFolder() {}

    /**
     * What became of files that an earlier run wrote and this one does not.
     *
     * @param removed the names of those that are gone
     * @param kept the names of those that stay, as somebody has changed them
     */
    public record Stale(ImmutableList<String> removed, ImmutableList<String> kept) {}

    /**
     * Writes files into a folder, which is made if it does not exist.
     *
     * @param folder where to
     * @param manifest the name of the manifest, the same for all runs that replace each other
     * @param files what each file holds, by its name, which is no path
     * @return what became of files of an earlier run
     * @throws IOException if they cannot be written; then the folder is as it was
     */
    public static Stale write(Path folder, String manifest, Map<String, byte[]> files) throws IOException {
        Files.createDirectories(folder);
        Path home = folder.toRealPath();
        try (Staging staging = Staging.of(home);
                Uninterrupted run = new Uninterrupted(staging)) {
            Journal.recover(staging, home);
            staging.clear();
            Manifest before = Manifest.read(home.resolve(manifest));
            Map<String, byte[]> all = new LinkedHashMap<>(files);
            all.put(manifest, Manifest.of(files).text());
            List<String> removed = new ArrayList<>();
            List<String> kept = new ArrayList<>();
            for (String name : before.hashes().keySet()) {
                if (!all.containsKey(name) && Files.exists(home.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                    (before.isUnchanged(home, name) ? removed : kept).add(name);
                }
            }
            stage(staging, home, all);
            run.finish(new Journal(staging, home, List.copyOf(all.keySet()), removed)::commit);
            return new Stale(ImmutableList.copyOf(removed), ImmutableList.copyOf(kept));
        }
    }

    private static void stage(Staging staging, Path home, Map<String, byte[]> files) throws IOException {
        int number = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path place = home.resolve(file.getKey());
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(place.toString(), null, "is a folder; nothing was written");
            }
            Path draft = staging.write(Journal.draft(number), file.getValue());
            keepMode(place, draft);
            number++;
        }
    }

    /** Gives a new file the permissions of the one that it replaces. */
    private static void keepMode(Path old, Path draft) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (view != null && Files.isRegularFile(old, LinkOption.NOFOLLOW_LINKS)) {
            view.setPermissions(Files.getPosixFilePermissions(old));
        }
    }

    /**
     * Writes a file that must not exist yet.
     *
     * @param file where to
     * @param bytes what it holds
     * @throws FileAlreadyExistsException if there is something of that name, which stays as it is
     * @throws IOException if it cannot be written; then there is no file
     */
    public static void create(Path file, byte[] bytes) throws IOException {
        Path place = file.toAbsolutePath();
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new NoSuchFileException(String.valueOf(parent));
        }
        try (Staging staging = Staging.of(place);
                Uninterrupted run = new Uninterrupted(staging)) {
            staging.clear();
            Path draft = staging.write(Journal.draft(0), bytes);
            run.finish(() -> {
                appear(draft, place);
                Staging.sync(parent);
            });
        }
    }

    /** Lets a file appear in one step, unless there is one already. */
    private static void appear(Path draft, Path place) throws IOException {
        try {
            Files.createLink(place, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, place);
        }
    }
}
