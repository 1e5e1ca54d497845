package io.portolan.cli;

import io.portolan.cli.text.Shown;
import io.portolan.firewall.RenderedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a rendering: all are written beside their places first, so that none is replaced by a part. */
final class RenderedFolder {
    private RenderedFolder() {}

    static void write(String folder, List<RenderedFile> files) {
        Path directory;
        try {
            directory = Path.of(folder);
        } catch (InvalidPathException e) {
            throw new CommandFailure("--out: " + Shown.quote(folder) + " is no path of a folder");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CommandFailure(Shown.plain(folder) + " is a file; expected a folder");
        }
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try {
            Files.createDirectories(directory);
            for (RenderedFile file : files) {
                Path place = directory.resolve(file.name());
                if (Files.isDirectory(place)) {
                    throw new CommandFailure(Shown.plain(place.toString()) + " is a folder; nothing was written");
                }
                Path draft = directory.resolve(
                        "." + file.name() + "." + ProcessHandle.current().pid() + ".part");
                drafts.put(draft, place);
                Files.write(draft, file.text().getBytes(StandardCharsets.UTF_8));
            }
            for (Map.Entry<Path, Path> draft : drafts.entrySet()) {
                Files.move(draft.getKey(), draft.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (AccessDeniedException e) {
            throw new CommandFailure(Shown.plain(folder) + " cannot be written by this user");
        } catch (IOException e) {
            throw new CommandFailure(Shown.plain(folder) + " cannot be written: " + e.getMessage());
        } finally {
            drafts.keySet().forEach(RenderedFolder::delete);
        }
    }

    /** Removes what is left of a failure, which the failure itself tells of. */
    private static void delete(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            draft.toFile().deleteOnExit();
        }
    }
}
