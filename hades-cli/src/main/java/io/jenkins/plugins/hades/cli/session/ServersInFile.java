package io.jenkins.plugins.hades.cli.session;

import io.jenkins.plugins.hades.api.ServerRegistry;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.nio.file.Path;

/** The servers stand in a file that its owner writes: with comments, with secrets or where they are. It is not written by Hades. */
final class ServersInFile implements ServerRegistry {
    private final Path file;

    ServersInFile(Path file) {
        this.file = file;
    }

    @Override
    public void add(NewServer server) {
        throw byHand("Adding server " + server.name(), "Add it there; docs/servers-yml.md tells the keys");
    }

    @Override
    public void remove(String name) {
        throw byHand("Removing server " + name, "Take it out there");
    }

    @Override
    public Place place() {
        return new Place(false, file.toString());
    }

    private HadesException byHand(String doing, String remedy) {
        return new HadesException(ErrorKind.CONFLICT, doing, "the servers stand in " + file, remedy);
    }
}
