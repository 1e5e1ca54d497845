package io.portolan.cli.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hidden folder, for one process at a time, in which files are made ready before they take their places.
 *
 * <p>It stands beside the place that is written, on the same file system, so that a file can be moved there in one step, and
 * only its owner can enter it. What a killed process left in it is dealt with by the next one.
 */
final class Staging implements AutoCloseable {
    private static final String LOCK = "lock";
    private static final int ATTEMPTS = 20;

    private final Path folder;
    private final FileChannel channel;
    private final FileLock lock;

    private Staging(Path folder, FileChannel channel, FileLock lock) {
        this.folder = folder;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Opens the staging folder of a place.
     *
     * @param place a file or folder; its parent exists
     * @return the folder, locked, with whatever a killed process left in it
     * @throws BusyException if another process writes to the place
     */
    static Staging of(Path place) throws IOException {
        Path beside = place.resolveSibling("." + place.getFileName() + ".portolan");
        return Files.isDirectory(place) && !canStand(place, place.getParent())
                ? open(place.resolve(".portolan"))
                : open(beside);
    }

    /** Tells whether a file can be moved from a folder to a place within it in one step. */
    private static boolean canStand(Path place, @Nullable Path parent) throws IOException {
        if (parent == null || !Files.isWritable(parent)) {
            return false;
        }
        FileStore store = Files.getFileStore(parent);
        return store.equals(Files.getFileStore(place));
    }

    private static Staging open(Path folder) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                create(folder);
                return lock(folder);
            } catch (NoSuchFileException e) {
                // its owner has just ended and removed it
            }
        }
        throw new BusyException();
    }

    private static void create(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, ownerAlone(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw new NotDirectoryException(folder.toString());
            }
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static Staging lock(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        FileChannel channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        boolean kept = false;
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new BusyException();
            }
            // the file that was locked may have been removed meanwhile: only its owner knows the mark
            String mark = UUID.randomUUID().toString();
            channel.truncate(0).write(ByteBuffer.wrap(mark.getBytes(UTF_8)));
            if (!Files.readString(file, UTF_8).equals(mark)) {
                throw new NoSuchFileException(file.toString());
            }
            kept = true;
            return new Staging(folder, channel, lock);
        } catch (OverlappingFileLockException e) {
            throw new BusyException();
        } finally {
            if (!kept) {
                channel.close();
            }
        }
    }

    /** Returns the place of a file in the folder. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a new file in the folder, down to the disk. */
    Path write(String name, byte[] bytes) throws IOException {
        Path file = file(name);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        return file;
    }

    /** Removes all files but the lock. */
    void clear() throws IOException {
        for (Path file : files()) {
            if (!file.endsWith(LOCK)) {
                Files.delete(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Writes the entries of this folder to the disk. */
    void sync() {
        sync(folder);
    }

    /** Writes the entries of a folder to the disk, where the system can. */
    static void sync(Path folder) {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its file systems keep a journal of names
        }
    }

    /** Removes the folder with all that is left in it; another call does nothing. */
    @Override
    public synchronized void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        try {
            for (Path file : files()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } finally {
            lock.close();
            channel.close();
        }
    }

    /** Another process writes to the same place. */
    static final class BusyException extends IOException {
        private static final long serialVersionUID = 1;

        BusyException() {
            super("another portolan is writing there; run this one again when that has ended");
        }
    }
}
