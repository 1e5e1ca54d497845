package io.portolan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.portolan.cli.output.OutputFolder;
import io.portolan.cli.output.OutputFolder.Stale;
import io.portolan.firewall.api.RenderedFile;
import io.portolan.internal.Shown;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the files of a rendering into a folder, all or none, and says in plain words why it cannot. */
final class RenderedFolder {
    private RenderedFolder() {}

    static Stale write(String folder, String manifest, List<RenderedFile> files) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (RenderedFile file : files) {
            texts.put(file.name(), file.text());
        }
        return write(folder, manifest, texts);
    }

    static Stale write(String folder, String manifest, Map<String, String> texts) {
        Path directory = path(folder);
        Map<String, byte[]> contents = new LinkedHashMap<>();
        texts.forEach((name, text) -> contents.put(name, text.getBytes(UTF_8)));
        try {
            return OutputFolder.write(directory, manifest, contents);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(Shown.plain(folder) + " cannot be written by this user");
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(Shown.plain(String.valueOf(e.getFile())) + " is a folder; nothing was written");
        } catch (IOException e) {
            throw new CommandFailure(Shown.plain(folder) + " cannot be written: " + e.getMessage());
        }
    }

    private static Path path(String folder) {
        if (folder.isBlank()) {
            throw new CommandFailure("--out: expected a folder, but found nothing; write . for the current folder");
        }
        Path directory;
        try {
            directory = Path.of(folder);
        } catch (InvalidPathException e) {
            throw new CommandFailure("--out: " + Shown.quote(folder) + " is not a path of a folder");
        }
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new CommandFailure(Shown.plain(folder) + " is a file; expected a folder");
        }
        return directory;
    }
}
