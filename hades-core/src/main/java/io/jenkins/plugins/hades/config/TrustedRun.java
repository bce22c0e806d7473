package io.jenkins.plugins.hades.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/** How a revision runs when only the trusted config may say what reaches beyond its container. */
final class TrustedRun {
    private TrustedRun() {}

    /**
     * The settings that count.
     *
     * @param publish the published port of the environment, which counts before that of {@code run}
     * @param notes receives a sentence for each thing that the revision asked for in vain
     */
    static RunConfig of(RunConfig trusted, RunConfig revision, OptionalInt publish, List<String> notes) {
        noteMore(trusted, revision, notes);
        OptionalInt port = publish.isPresent() ? publish : trusted.publish();
        if (port.isPresent() && revision.port().isEmpty()) {
            notes.add(
                    "Port " + port.getAsInt() + " of the server is not published, as this revision names no run.port.");
            port = OptionalInt.empty();
        }
        return new RunConfig(
                revision.port(),
                port,
                trusted.ports(),
                revision.command(),
                volumes(trusted, revision),
                trusted.network(),
                revision.restart(),
                revision.memory(),
                revision.cpus(),
                trusted.privileged(),
                trusted.capabilities(),
                revision.logMegabytes(),
                revision.logFiles(),
                revision.stopSeconds());
    }

    /** Volumes of the revision, folders of the server of the trusted config; a folder has its path before a volume. */
    private static List<VolumeMount> volumes(RunConfig trusted, RunConfig revision) {
        List<VolumeMount> mounts = new ArrayList<>(
                trusted.volumes().stream().filter(VolumeMount::isHostFolder).toList());
        List<String> taken = mounts.stream().map(VolumeMount::path).toList();
        revision.volumes().stream()
                .filter(mount -> !mount.isHostFolder() && !taken.contains(mount.path()))
                .forEach(mounts::add);
        return mounts;
    }

    private static void noteMore(RunConfig trusted, RunConfig revision, List<String> notes) {
        if (revision.publish().isPresent() && !revision.publish().equals(trusted.publish())) {
            notes.add(refused("run.publish", String.valueOf(revision.publish().getAsInt())));
        }
        noteMore("run.ports", trusted.ports(), revision.ports(), notes);
        noteMore("run.volumes", trusted.volumes(), hostFolders(revision), notes);
        if (revision.network().isPresent() && !revision.network().equals(trusted.network())) {
            notes.add(refused("run.network", revision.network().get()));
        }
        if (revision.privileged() && !trusted.privileged()) {
            notes.add(refused("run.privileged", "true"));
        }
        noteMore("run.capabilities", trusted.capabilities(), revision.capabilities(), notes);
    }

    private static List<VolumeMount> hostFolders(RunConfig run) {
        return run.volumes().stream().filter(VolumeMount::isHostFolder).toList();
    }

    private static <T> void noteMore(String key, Collection<T> trusted, Collection<T> asked, List<String> notes) {
        asked.stream().filter(one -> !trusted.contains(one)).forEach(one -> notes.add(refused(key, one.toString())));
    }

    private static String refused(String key, String value) {
        return key + ": this revision asks for " + value
                + ", which the trusted config does not say; it is not applied.";
    }
}
