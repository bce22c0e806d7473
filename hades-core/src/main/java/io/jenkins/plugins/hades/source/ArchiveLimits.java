package io.jenkins.plugins.hades.source;

/**
 * What an uploaded archive may hold at most.
 *
 * @param packedBytes the size of the archive itself
 * @param unpackedBytes the size of all that it holds
 * @param entries how many files, folders and links it holds
 * @param ratio how many times larger its content may be than the archive, looked at from {@link #RATIO_FROM} on
 */
public record ArchiveLimits(long packedBytes, long unpackedBytes, int entries, int ratio) {
    /** Content up to this size, in bytes, is never too much for its archive. */
    public static final long RATIO_FROM = 50L << 20;

    /** The largest archive where nothing else is configured: 512 MB. */
    public static final long LARGEST = 512L << 20;

    /** The smallest and the largest that may be configured as the largest archive, in bytes. */
    public static final long LEAST = 1L << 20;

    public static final long MOST = 64L << 30;

    private static final int UNPACKED = 8;
    private static final int ENTRIES = 200_000;
    private static final int RATIO = 200;

    /** Archives up to {@link #LARGEST}. */
    public static ArchiveLimits ofDefaults() {
        return ofSize(LARGEST);
    }

    /** Archives up to this size in bytes, eight times as much when they are unpacked, 200,000 entries, and a ratio of 200. */
    public static ArchiveLimits ofSize(long packedBytes) {
        return new ArchiveLimits(packedBytes, packedBytes * UNPACKED, ENTRIES, RATIO);
    }
}
