package io.jenkins.plugins.hades.testbed.host;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.Launched;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where a server is started: the machine itself or a private host on it. */
public interface Place {

    /**
     * What the place is called in messages.
     *
     * @return a short name
     */
    String name();

    /**
     * The address at which this JVM reaches a server that listens there.
     *
     * @return an IPv4 address
     */
    String address();

    /**
     * Whether the place has its own network, users and folders, so that changes to these touch nothing else.
     *
     * @return false for the machine itself
     */
    boolean isPrivate();

    /**
     * A folder for the data of servers; it has the same path inside the place and for this JVM.
     *
     * @return an existing folder, removed when the testbed ends
     */
    Path folder();

    /**
     * A file of the place as this JVM reaches it.
     *
     * @param absolutePath the path as processes of the place see it
     * @return the path to use in this JVM
     */
    Path file(String absolutePath);

    /**
     * The command that runs a command in this place, under the same process id, held by the place's control group.
     *
     * @param command the program and its arguments
     * @return the longer command
     */
    List<String> enter(List<String> command);

    /**
     * A command that runs in this place.
     *
     * @param words the program and its arguments
     * @return the command, not yet started
     */
    default Command command(String... words) {
        return Command.of(enter(List.of(words)));
    }

    /**
     * Starts a server in this place.
     *
     * @param server what to call it in messages
     * @param environment variables added to those of this process
     * @param log the file that its output is appended to
     * @param words the program and its arguments
     * @return the running process
     */
    default Launched start(String server, Map<String, String> environment, Path log, String... words) {
        return Launched.start(server + " on " + name(), enter(List.of(words)), environment, log);
    }
}
