package io.jenkins.plugins.hades.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Upload;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of uploaded archives: in a folder for each project {@code <digest>.archive}, and {@code <digest>.json}, which tells of it and is there first.
 * Nothing that came from outside names a file. Thread-safe.
 */
final class UploadFiles {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final String ARCHIVE = ".archive";
    private static final String RECORD = ".json";
    private static final String INCOMING = ".part";

    private final Path folder;

    UploadFiles(Path folder) {
        this.folder = folder;
    }

    /** A file that is being written; gone when it is closed, unless it is kept before. */
    final class Incoming implements AutoCloseable {
        private final Path file;

        private Incoming(Path file) {
            this.file = file;
        }

        Path file() {
            return file;
        }

        /** Takes all bytes, and gives their digest. */
        String take(InputStream content, String name, ArchiveLimits limits) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long size = 0;
            DigestInputStream digested = Digests.of(content);
            try (OutputStream output = Files.newOutputStream(file)) {
                for (int read = read(digested, buffer, name); read >= 0; read = read(digested, buffer, name)) {
                    size += read;
                    if (size > limits.packedBytes()) {
                        throw ArchiveRefusal.of(
                                name,
                                "it is larger than " + limits.packedBytes() + " bytes",
                                "Pack less, or have an administrator raise the largest size of an archive");
                    }
                    output.write(buffer, 0, read);
                }
            }
            return Digests.text(digested);
        }

        private int read(InputStream content, byte[] buffer, String name) {
            try {
                return content.read(buffer);
            } catch (IOException e) {
                throw new HadesException(
                        ErrorKind.UNREACHABLE,
                        "Receiving the archive " + GitUrl.shown(name),
                        "it was cut off: " + e.getMessage(),
                        "Upload it again",
                        e);
            }
        }

        /** Keeps it as this upload, in place of the same archive if that was uploaded before. */
        void keep(Upload upload) throws IOException {
            synchronized (UploadFiles.this) {
                write(upload);
                Files.move(file, archive(upload.projectId(), upload.id()), StandardCopyOption.ATOMIC_MOVE);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /** A new empty file for an archive of this project. */
    Incoming incoming(UUID project) throws IOException {
        PrivateFiles.createFolder(folder);
        PrivateFiles.createFolder(of(project));
        Path file = of(project).resolve(UUID.randomUUID() + INCOMING);
        PrivateFiles.create(file);
        return new Incoming(file);
    }

    /** Where an archive lies. */
    Path archive(UUID project, String digest) {
        return of(project).resolve(checked(digest) + ARCHIVE);
    }

    synchronized Optional<Upload> find(UUID project, String digest) {
        if (!Upload.DIGEST.matcher(digest).matches() || !Files.exists(archive(project, digest))) {
            return Optional.empty();
        }
        Path record = of(project).resolve(digest + RECORD);
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(record), Upload.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("Reading " + record, e);
        }
    }

    /** Writes what is told of an archive anew; false if there is none. */
    synchronized boolean renew(Upload upload) {
        if (!Files.exists(archive(upload.projectId(), upload.id()))) {
            return false;
        }
        try {
            write(upload);
            return true;
        } catch (IOException e) {
            throw failed("Recording the archive " + GitUrl.shown(upload.name()), e);
        }
    }

    /** The archives of a project. */
    List<Upload> list(UUID project) {
        return names(of(project)).stream()
                .filter(name -> name.endsWith(ARCHIVE))
                .flatMap(name -> find(project, name.substring(0, name.length() - ARCHIVE.length())).stream())
                .toList();
    }

    /** The projects that have a folder. */
    Set<UUID> projects() {
        Set<UUID> projects = new HashSet<>();
        for (String name : names(folder)) {
            try {
                projects.add(UUID.fromString(name));
            } catch (IllegalArgumentException e) {
                // Not made by Hades, and left alone.
            }
        }
        return projects;
    }

    synchronized void remove(Upload upload) {
        delete(archive(upload.projectId(), upload.id()));
        delete(of(upload.projectId()).resolve(checked(upload.id()) + RECORD));
    }

    /** Removes everything of a project. */
    synchronized void removeAll(UUID project) {
        names(of(project)).forEach(name -> delete(of(project).resolve(name)));
        delete(of(project));
    }

    /** Removes files that no upload is writing, and records without their archive. */
    synchronized void removeUnfinished() {
        for (UUID project : projects()) {
            for (String name : names(of(project))) {
                String digest = name.replace(RECORD, "");
                boolean alone =
                        name.endsWith(RECORD) && !Files.exists(of(project).resolve(digest + ARCHIVE));
                if (alone || (!name.endsWith(RECORD) && !name.endsWith(ARCHIVE))) {
                    delete(of(project).resolve(name));
                }
            }
        }
    }

    private void write(Upload upload) throws IOException {
        PrivateFiles.replace(
                of(upload.projectId()).resolve(checked(upload.id()) + RECORD), JSON.writeValueAsBytes(upload));
    }

    private Path of(UUID project) {
        return folder.resolve(project.toString());
    }

    private static String checked(String digest) {
        if (!Upload.DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("no digest: " + GitUrl.shown(digest));
        }
        return digest;
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw failed("Looking for archives in " + folder, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("Removing " + file, e);
        }
    }

    private static HadesException failed(String doing, IOException e) {
        return new HadesException(
                ErrorKind.INTERNAL,
                doing,
                e.getClass().getSimpleName() + ": " + e.getMessage(),
                "Look at the folder and its rights on the machine that Hades runs on",
                e);
    }
}
