package io.jenkins.plugins.hades.source;

/**
 * An entry of an archive, as the archive has it.
 *
 * @param name its path as it is written there
 * @param kind what it is
 * @param size of a file, in bytes
 * @param executable whether a file may be executed
 * @param target what a link leads to, as it is written there; empty for others
 */
record ArchiveEntry(String name, Kind kind, long size, boolean executable, String target) {
    /** What an entry can be. */
    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** A device, a pipe, or something that is not known. */
        SPECIAL
    }

    /** The same entry under another path and, for a hard link, with another target. */
    ArchiveEntry at(String path, String newTarget) {
        return new ArchiveEntry(path, kind, size, executable, newTarget);
    }
}
