package io.jenkins.plugins.hades.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which entries of an archive are allowed, and where they go. Nothing may lie or lead out of the archive's folder, nothing may
 * lie below a link or a file, and nothing may come twice. Not thread-safe.
 */
final class ArchiveCheck {
    private static final int LONGEST_PATH = 2000;
    private static final int LONGEST_PART = 255;

    private final String archive;
    private final Map<String, ArchiveEntry.Kind> seen = new HashMap<>();
    private final Map<String, String> links = new HashMap<>();

    ArchiveCheck(String archive) {
        this.archive = archive;
    }

    /**
     * Allows an entry or refuses it.
     *
     * @return the entry with its path in normal form, which is empty for the archive's root
     */
    ArchiveEntry check(ArchiveEntry entry) {
        String path = path(entry.name(), entry.name());
        if (entry.kind() == ArchiveEntry.Kind.SPECIAL) {
            throw ArchiveRefusal.entry(archive, entry.name(), "is a device, a pipe or another special file");
        }
        String target = "";
        if (entry.kind() == ArchiveEntry.Kind.SYMBOLIC_LINK) {
            links.put(path, entry.target());
            target = entry.target();
            checkTarget(entry.name(), path, target);
        } else if (entry.kind() == ArchiveEntry.Kind.HARD_LINK) {
            target = path(entry.target(), entry.name());
            if (seen.get(target) != ArchiveEntry.Kind.FILE) {
                throw ArchiveRefusal.entry(archive, entry.name(), "is a hard link to no file of the archive before it");
            }
        }
        if (!path.isEmpty()) {
            remember(path, entry);
        } else if (entry.kind() != ArchiveEntry.Kind.FOLDER) {
            throw ArchiveRefusal.entry(archive, entry.name(), "has no name");
        }
        return entry.at(path, target);
    }

    /** What every path is that was allowed, folders that are only named by what lies in them included. */
    Map<String, ArchiveEntry.Kind> kinds() {
        return Map.copyOf(seen);
    }

    /**
     * The one folder that everything lies in, if there is one: then that folder's content is the project.
     *
     * @return its name with a slash behind it, or an empty text
     */
    String root() {
        List<String> tops = seen.keySet().stream()
                .map(path -> path.indexOf('/') < 0 ? path : path.substring(0, path.indexOf('/')))
                .distinct()
                .limit(2)
                .toList();
        boolean one = tops.size() == 1 && seen.get(tops.get(0)) == ArchiveEntry.Kind.FOLDER && seen.size() > 1;
        return one ? tops.get(0) + "/" : "";
    }

    /** Refuses symbolic links that lead out of this folder of the archive. */
    void checkLinksWithin(String root) {
        links.forEach((path, target) -> checkTarget(path, path.substring(root.length()), target));
    }

    private String path(String written, String entry) {
        if (written.isEmpty() || written.startsWith("/") || written.indexOf('\\') >= 0) {
            throw ArchiveRefusal.entry(archive, entry, "has an absolute path, a backslash or no name");
        }
        if (written.length() > LONGEST_PATH || written.chars().anyMatch(c -> c < ' ' || c == 127 || c == '\uFFFD')) {
            throw ArchiveRefusal.entry(
                    archive, entry, "has a path that is too long or has characters that are not allowed");
        }
        List<String> parts = Arrays.stream(written.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (parts.contains("..")) {
            throw ArchiveRefusal.entry(archive, entry, "leads out of the archive's folder by \"..\"");
        }
        if (parts.stream().anyMatch(part -> part.getBytes(StandardCharsets.UTF_8).length > LONGEST_PART)) {
            throw ArchiveRefusal.entry(archive, entry, "has a name of more than " + LONGEST_PART + " bytes");
        }
        return String.join("/", parts);
    }

    private void remember(String path, ArchiveEntry entry) {
        ArchiveEntry.Kind before = seen.get(path);
        boolean folderAgain = before == ArchiveEntry.Kind.FOLDER && entry.kind() == ArchiveEntry.Kind.FOLDER;
        if (before != null && !folderAgain) {
            throw ArchiveRefusal.entry(archive, entry.name(), "is there twice");
        }
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String above = path.substring(0, slash);
            if (seen.getOrDefault(above, ArchiveEntry.Kind.FOLDER) != ArchiveEntry.Kind.FOLDER) {
                throw ArchiveRefusal.entry(archive, entry.name(), "lies below \"" + above + "\", which is no folder");
            }
            seen.put(above, ArchiveEntry.Kind.FOLDER);
        }
        seen.put(path, entry.kind());
    }

    /**
     * A target may go up first and then down, never up again: what lies on its way down may be a link itself, from where going up
     * would lead elsewhere.
     */
    private void checkTarget(String entry, String path, String target) {
        List<String> parts = new ArrayList<>(Arrays.stream(target.split("/", -1))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList());
        long depth = path.chars().filter(c -> c == '/').count();
        long ups = parts.stream().takeWhile(".."::equals).count();
        boolean upAgain = parts.subList((int) ups, parts.size()).contains("..");
        if (target.isEmpty()
                || target.length() > LONGEST_PATH
                || target.startsWith("/")
                || target.indexOf('\\') >= 0
                || target.chars().anyMatch(c -> c < ' ' || c == 127)
                || ups > depth
                || upAgain) {
            throw ArchiveRefusal.entry(archive, entry, "is a link that leads out of the archive's folder");
        }
    }
}
