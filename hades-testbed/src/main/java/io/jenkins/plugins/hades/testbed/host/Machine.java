package io.jenkins.plugins.hades.testbed.host;

import java.nio.file.Path;
import java.util.List;

/** The machine itself, with servers on its loopback address. */
public final class Machine implements Place {

    private final Slot slot;

    /**
     * The machine as a place for the servers of a slot.
     *
     * @param slot holds the data and the processes
     */
    public Machine(Slot slot) {
        this.slot = slot;
    }

    @Override
    public String name() {
        return "this machine";
    }

    @Override
    public String address() {
        return "127.0.0.1";
    }

    @Override
    public boolean isPrivate() {
        return false;
    }

    @Override
    public Path folder() {
        return slot.folder("machine");
    }

    @Override
    public Path file(String absolutePath) {
        return Path.of(absolutePath);
    }

    @Override
    public List<String> enter(List<String> command) {
        return slot.cgroup().child("machine").enter(command);
    }
}
