package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Revision;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** An archive that was read to its end and found to be allowed. The checks are made again whenever it is read. Thread-safe; every method blocks on the disk. */
public final class CheckedArchive {
    private final ArchiveFile file;
    private final Revision.Archive revision;
    private final String root;
    private final Map<String, ArchiveEntry.Kind> kinds;

    private CheckedArchive(
            ArchiveFile file, Revision.Archive revision, String root, Map<String, ArchiveEntry.Kind> kinds) {
        this.file = file;
        this.revision = revision;
        this.root = root;
        this.kinds = kinds;
    }

    /**
     * Checks an archive, its contents' sizes and checksums included.
     *
     * @param path the archive on this machine
     * @param revision its name and digest, already known to be right
     * @throws HadesException of kind {@code BAD_INPUT} when it is refused
     * @throws IOException when this machine cannot read it
     */
    static CheckedArchive of(Path path, Revision.Archive revision, ArchiveLimits limits) throws IOException {
        ArchiveFile file = new ArchiveFile(path, revision.name(), limits);
        ArchiveCheck check = new ArchiveCheck(file.name());
        file.forEach((entry, content) -> {
            ArchiveEntry allowed = check.check(entry);
            if (allowed.kind() == ArchiveEntry.Kind.FILE
                    && content.transferTo(OutputStream.nullOutputStream()) != allowed.size()) {
                throw ArchiveRefusal.entry(file.name(), entry.name(), "is not as long as the archive says");
            }
            return true;
        });
        String root = check.root();
        check.checkLinksWithin(root);
        return new CheckedArchive(file, revision, root, check.kinds());
    }

    /** Its name and digest. */
    public Revision.Archive revision() {
        return revision;
    }

    /**
     * Reads a file; empty if there is none of that path.
     *
     * @param path the file's path; where everything lies in one folder, from there
     * @throws HadesException of kind {@code BAD_INPUT} when it is larger than a megabyte, a link, or no text in UTF-8
     */
    public Optional<String> read(String path) {
        String wanted = GitPath.of(path);
        String doing = "Reading " + GitUrl.shown(path) + " of " + GitUrl.shown(file.name());
        ArchiveEntry.Kind kind = kinds.get(root + wanted);
        if (kind == null || wanted.isEmpty()) {
            return Optional.empty();
        }
        if (kind != ArchiveEntry.Kind.FILE) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT, doing, "it is no file, but a folder or a link", "Name a file");
        }
        byte[] content = content(wanted, doing);
        if (content.length > FileReader.LARGEST) {
            throw new HadesException(ErrorKind.BAD_INPUT, doing, "it is larger than a megabyte", "Name a smaller file");
        }
        return Optional.of(FileReader.decoded(doing, content));
    }

    /** Whether it has a folder of this path. */
    boolean hasFolder(String path) {
        return kinds.get(root + path) == ArchiveEntry.Kind.FOLDER;
    }

    private byte[] content(String path, String doing) {
        byte[][] found = {new byte[0]};
        try {
            forEach((entry, content) -> {
                boolean wanted =
                        entry.kind() == ArchiveEntry.Kind.FILE && entry.name().equals(path);
                if (wanted) {
                    found[0] = content.readNBytes(FileReader.LARGEST + 1);
                }
                return !wanted;
            });
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL, doing, String.valueOf(e.getMessage()), "Look at the disk of this machine", e);
        }
        return found[0];
    }

    /** Visits each entry below the archive's root, with its path from there. */
    void forEach(ArchiveFile.Visitor visitor) throws IOException {
        ArchiveCheck check = new ArchiveCheck(file.name());
        file.forEach((entry, content) -> {
            ArchiveEntry allowed = check.check(entry);
            String path = within(allowed.name());
            if (path.isEmpty()) {
                return true;
            }
            boolean hard = allowed.kind() == ArchiveEntry.Kind.HARD_LINK;
            return visitor.visit(allowed.at(path, hard ? within(allowed.target()) : allowed.target()), content);
        });
    }

    private String within(String path) {
        return path.length() < root.length() ? "" : path.substring(root.length());
    }
}
