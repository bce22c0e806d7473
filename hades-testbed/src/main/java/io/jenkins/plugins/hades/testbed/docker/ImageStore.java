package io.jenkins.plugins.hades.testbed.docker;

import io.jenkins.plugins.hades.testbed.process.Command;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How an engine keeps its images. */
public enum ImageStore {
    /** Docker's own store. */
    CLASSIC(false, 0),
    /** The store of containerd, for which Docker 24 or newer is needed. */
    CONTAINERD(true, 24);

    private static final Pattern VERSION = Pattern.compile("version (\\d+)\\.");

    private final boolean snapshotter;
    private final int since;

    ImageStore(boolean snapshotter, int since) {
        this.snapshotter = snapshotter;
        this.since = since;
    }

    boolean snapshotter() {
        return snapshotter;
    }

    /**
     * Why the installed Docker cannot have this store.
     *
     * @return the reason, empty when it can
     */
    public Optional<String> missing() {
        String version = Command.of("dockerd", "--version").run().orFail().text();
        Matcher matcher = VERSION.matcher(version);
        if (matcher.find() && Integer.parseInt(matcher.group(1)) < since) {
            return Optional.of(
                    "The image store of containerd needs Docker " + since + " or newer; installed is " + version);
        }
        return Optional.empty();
    }
}
