package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Archives that were uploaded to this machine, each in a file that only its user may read. A project reaches its own only. They stay over a restart; what
 * an upload left that was cut short is removed by {@link #removeUnfinished}. Thread-safe; every method blocks on the disk.
 */
public final class Uploads {
    /** How long an archive is kept that no deployment needs. */
    public static final Duration UNUSED = Duration.ofDays(1);

    /** How many archives of a project are kept that no deployment needs. */
    public static final int MOST_UNUSED = 10;

    private final UploadFiles files;
    private final Supplier<ArchiveLimits> limits;
    private final Clock clock;

    /**
     * @param folder where they are kept; made when the first comes
     * @param limits what archives may hold, asked anew for each
     * @param clock tells their age
     */
    public Uploads(Path folder, Supplier<ArchiveLimits> limits, Clock clock) {
        this.files = new UploadFiles(folder);
        this.limits = limits;
        this.clock = clock;
    }

    /** What archives may hold now. */
    public ArchiveLimits limits() {
        return limits.get();
    }

    /** Removes what uploads left that were cut short. To be called before the first upload by the one process that owns the folder. */
    public void removeUnfinished() {
        files.removeUnfinished();
    }

    /** The projects that have uploaded archives. */
    public Set<UUID> projects() {
        return files.projects();
    }

    /**
     * Takes an archive, and checks it. Reads no further than the largest size.
     *
     * @param project the project that may deploy it
     * @param name what people call it
     * @param by who brings it
     * @param content its bytes; not closed
     * @throws HadesException of kind {@code BAD_INPUT} when it is refused, {@code INTERNAL} when this machine cannot keep it, {@code UNREACHABLE} when the
     *     bytes end before they should
     */
    public Upload receive(UUID project, String name, String by, InputStream content) {
        String called = UploadName.of(name);
        ArchiveLimits allowed = limits();
        try (UploadFiles.Incoming incoming = files.incoming(project)) {
            String digest = incoming.take(content, called, allowed);
            Upload upload = new Upload(digest, project, called, Files.size(incoming.file()), by, clock.instant());
            CheckedArchive.of(incoming.file(), upload.revision(), allowed);
            incoming.keep(upload);
            return upload;
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    "Keeping the archive " + GitUrl.shown(called),
                    "its file could not be written: " + e.getMessage(),
                    "Make room on the disk of the machine that Hades runs on",
                    e);
        }
    }

    /** The archives of a project that are kept. */
    public List<Upload> list(UUID project) {
        return files.list(project);
    }

    /** What was uploaded under this digest; empty if it is not kept, or not by this project. */
    public Optional<Upload> find(UUID project, String digest) {
        return files.find(project, digest);
    }

    /**
     * Says that an archive is about to be deployed: it is not removed for being old before that is recorded.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when it is not kept
     */
    public Upload use(UUID project, String digest) {
        Upload known = find(project, digest).orElseThrow(() -> gone(digest));
        Upload used =
                new Upload(known.id(), known.projectId(), known.name(), known.bytes(), known.by(), clock.instant());
        if (!files.renew(used)) {
            throw gone(digest);
        }
        return used;
    }

    /**
     * Opens an archive to be deployed: its digest and all of its content are looked at once more.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when it is not kept, {@code BAD_INPUT} when it is no longer allowed or what it was
     */
    public CheckedArchive open(UUID project, String digest) {
        Upload upload = find(project, digest).orElseThrow(() -> gone(digest));
        String doing = "Reading the archive " + GitUrl.shown(upload.name());
        try {
            Path file = files.archive(project, digest);
            if (!Digests.sha256(file).equals(digest)) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT, doing, "its file is no longer what was uploaded", "Upload it again");
            }
            return CheckedArchive.of(file, upload.revision(), limits());
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    doing,
                    "its file cannot be read: " + e.getMessage(),
                    "Look at the disk of the machine that Hades runs on, or upload the archive again",
                    e);
        }
    }

    /** Removes the archives of a project that are not needed, but for the newest {@link #MOST_UNUSED} that are younger than {@link #UNUSED}. */
    public void tidy(UUID project, Set<String> needed) {
        Instant oldest = clock.instant().minus(UNUSED);
        List<Upload> unused = files.list(project).stream()
                .filter(upload -> !needed.contains(upload.id()))
                .sorted(Comparator.comparing(Upload::at).reversed())
                .toList();
        for (int i = 0; i < unused.size(); i++) {
            if (i >= MOST_UNUSED || unused.get(i).at().isBefore(oldest)) {
                files.remove(unused.get(i));
            }
        }
    }

    /** Removes all archives of a project. */
    public void removeAll(UUID project) {
        files.removeAll(project);
    }

    private static HadesException gone(String digest) {
        return new HadesException(
                ErrorKind.NOT_FOUND,
                "Looking for the archive sha256:" + GitUrl.shown(digest),
                "it is not among the project's uploaded archives, or is not kept any more",
                "Upload it, and deploy that");
    }
}
