package io.jenkins.plugins.hades.ssh.hostkey;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.key.KeyText;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A known_hosts file in OpenSSH's format. */
final class KnownHostsFile {
    private static final Object ONE_WRITER = new Object();

    private final Path path;

    KnownHostsFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** The lines that speak of this host; none if there is no such file. */
    List<KnownHostsLine> linesOf(String name) {
        try {
            return parse(Files.readString(path, StandardCharsets.UTF_8), name);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the known host keys in " + path,
                    "the file cannot be read: " + e.getMessage(),
                    "Make it a readable text file, as OpenSSH writes it",
                    e);
        }
    }

    /**
     * Adds the key, unless the file by now holds a key of this host: then nothing is written. Other processes that do the same wait.
     *
     * @return the lines of the host that stood there already
     */
    List<KnownHostsLine> addFirst(String name, PublicKey key) throws IOException {
        synchronized (ONE_WRITER) {
            if (path.toAbsolutePath().getParent() != null) {
                Files.createDirectories(path.toAbsolutePath().getParent(), permissions("rwx------"));
            }
            createForOwnerOnly();
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
                    FileLock lock = file.getChannel().lock()) {
                assert lock.isValid();
                String text = readAll(file.getChannel());
                List<KnownHostsLine> there = parse(text, name);
                if (there.isEmpty()) {
                    String gap = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
                    append(file.getChannel(), gap + name + " " + KeyText.line(key) + "\n");
                }
                return there;
            }
        }
    }

    private void createForOwnerOnly() throws IOException {
        try {
            Files.newByteChannel(
                            path,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            permissions("rw-------"))
                    .close();
        } catch (FileAlreadyExistsException e) {
            // It is there: its owner chose its mode.
        }
    }

    /** The mode for a new file; none where the file system has no modes (Windows), where the folder's own rules count. */
    private FileAttribute<?>[] permissions(String text) {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))};
    }

    private static String readAll(FileChannel channel) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (all.hasRemaining() && channel.read(all) >= 0) {
            // Reads on until all is there.
        }
        return StandardCharsets.UTF_8.decode(all.flip()).toString();
    }

    private static void append(FileChannel channel, String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    private static List<KnownHostsLine> parse(String text, String name) {
        List<KnownHostsLine> found = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            Optional<KnownHostsLine> parsed = KnownHostsLine.parse(number, line);
            if (parsed.isPresent() && parsed.get().hosts().match(name)) {
                found.add(parsed.get());
            }
        }
        return found;
    }
}
