package io.jenkins.plugins.hades.testbed.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A control group: every process that is started in it stays in it with all its descendants, however they detach. So all of them, and nothing else, can be
 * ended, also by a later JVM when the one that started them died. Works with cgroup version 1 and 2; the kernel's file system must be writable.
 */
public final class Cgroup {

    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");
    private static final Path SYSTEMD = MOUNTS.resolve("systemd");
    private static final List<String> VERSION_1_CHOICES = List.of("pids", "devices", "freezer", "memory");

    private final Path name;

    private Cgroup(Path name) {
        this.name = name;
    }

    /**
     * The group of a name; nothing is created yet.
     *
     * @param name slash-separated, without a leading slash
     * @return the group
     */
    public static Cgroup named(String name) {
        return new Cgroup(Path.of(name));
    }

    /**
     * A group below this one.
     *
     * @param child its last name
     * @return the group
     */
    public Cgroup child(String child) {
        return new Cgroup(name.resolve(child));
    }

    /**
     * Whether groups can be made on this machine by this user.
     *
     * @return true when a hierarchy is mounted and writable
     */
    public static boolean usable() {
        return hierarchy().filter(Files::isWritable).isPresent();
    }

    /**
     * The group's name as container engines take it for the parent of their containers' groups.
     *
     * @return the name with a leading slash
     */
    public String absoluteName() {
        return "/" + name;
    }

    /**
     * A command that enters this group's leaf for processes and then becomes the given command, under the same process id.
     *
     * @param command the command to run in the group
     * @return the longer command; it must be started outside of other mount namespaces
     */
    public List<String> enter(List<String> command) {
        return entering(folder().resolve("procs"), command);
    }

    /**
     * As {@link #enter(List)}, and with a group of the same name in the hierarchy that version 1 has for systemd, so that a systemd can own it.
     *
     * @param command the command to run in the group
     * @return the longer command; it must be started outside of other mount namespaces
     */
    public List<String> enterForSystemd(List<String> command) {
        return isUnified() ? enter(command) : entering(SYSTEMD.resolve(name).resolve("init"), enter(command));
    }

    /**
     * Whether control groups are of version 2 on this machine.
     *
     * @return true when one hierarchy holds all controllers
     */
    public static boolean isUnified() {
        return Files.exists(MOUNTS.resolve("cgroup.controllers"));
    }

    /**
     * Whether a systemd can be given groups of its own on this machine.
     *
     * @return false where version 1 is mounted without the hierarchy of systemd
     */
    public static boolean usableBySystemd() {
        return isUnified() || Files.isWritable(SYSTEMD);
    }

    private static List<String> entering(Path leaf, List<String> command) {
        try {
            Files.createDirectories(leaf);
        } catch (IOException e) {
            throw new TestbedException("Cannot make the control group " + leaf + ": " + e.getMessage(), e);
        }
        List<String> all = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                "echo $$ > \"$0\" && exec \"$@\"",
                leaf.resolve("cgroup.procs").toString()));
        all.addAll(command);
        return all;
    }

    /**
     * The processes in this group and in those below it.
     *
     * @return process ids, without zombies
     */
    public List<Long> processes() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Long> found = new ArrayList<>();
        for (Path group : subgroups(folder)) {
            try {
                Files.readAllLines(group.resolve("cgroup.procs")).forEach(line -> found.add(Long.valueOf(line)));
            } catch (IOException e) {
                if (Files.isDirectory(group)) { // otherwise it was removed since it was listed
                    throw new TestbedException("Cannot list the processes of " + group + ": " + e.getMessage(), e);
                }
            }
        }
        return found;
    }

    /**
     * Ends all processes of the group by SIGKILL and removes the group from every hierarchy. Does nothing where there is no such group.
     *
     * @throws TestbedException when processes survive for a minute
     */
    public void killAndRemove() {
        if (!Condition.holdsWithin(Duration.ofMinutes(1), this::killOnce)) {
            throw new TestbedException("Processes of the control group " + name + " survive SIGKILL: " + processes());
        }
        for (Path hierarchy : hierarchies()) {
            Path folder = hierarchy.resolve(name);
            Condition.holdsWithin(Duration.ofSeconds(2), () -> removed(folder));
        }
    }

    private boolean killOnce() {
        List<Long> alive = processes();
        alive.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        return alive.isEmpty();
    }

    private static boolean removed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try {
            for (Path group : subgroups(folder)) {
                Files.deleteIfExists(group);
            }
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (IOException e) {
            return !Files.isDirectory(folder); // busy while the kernel still lets the last process go
        }
    }

    /** The folder and all below it, the deepest first. */
    private static List<Path> subgroups(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isDirectory)
                    .sorted(Comparator.comparingInt(Path::getNameCount).reversed())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // removed while it was listed: the caller asks again
        }
    }

    private Path folder() {
        return hierarchy()
                .orElseThrow(() -> new TestbedException("No control group hierarchy is mounted below " + MOUNTS))
                .resolve(name);
    }

    private static Optional<Path> hierarchy() {
        if (isUnified()) {
            return Optional.of(MOUNTS);
        }
        return VERSION_1_CHOICES.stream()
                .map(MOUNTS::resolve)
                .filter(path -> Files.exists(path.resolve("cgroup.procs")))
                .findFirst();
    }

    private static List<Path> hierarchies() {
        if (isUnified()) {
            return List.of(MOUNTS);
        }
        try (Stream<Path> mounts = Files.list(MOUNTS)) {
            return mounts.filter(path -> Files.exists(path.resolve("cgroup.procs")))
                    .toList();
        } catch (IOException e) {
            throw new TestbedException("Cannot list " + MOUNTS + ": " + e.getMessage(), e);
        }
    }
}
