package io.jenkins.plugins.hades.testbed.docker;

import java.util.Locale;
import java.util.Optional;

/** How an engine keeps its images. */
public enum ImageStore {
    /** Docker's own store. */
    CLASSIC(false, 0),
    /** The store of containerd, for which Docker 24 or newer is needed. */
    CONTAINERD(true, 24);

    /** The system property that names the store of engines that are started without saying which. */
    public static final String PROPERTY = "hades.docker.store";

    private final boolean snapshotter;
    private final int since;

    ImageStore(boolean snapshotter, int since) {
        this.snapshotter = snapshotter;
        this.since = since;
    }

    /** What the property {@value #PROPERTY} of this JVM names ({@code classic}, {@code containerd}), or the classic one. */
    public static ImageStore chosen() {
        return valueOf(System.getProperty(PROPERTY, CLASSIC.name()).toUpperCase(Locale.ROOT));
    }

    boolean snapshotter() {
        return snapshotter;
    }

    /**
     * Why the testbed's Docker cannot have this store.
     *
     * @return the reason, empty when it can
     */
    public Optional<String> missing() {
        return missing(DockerHome.chosen());
    }

    /**
     * Why a Docker cannot have this store.
     *
     * @param home where its programs come from
     * @return the reason, empty when it can
     */
    public Optional<String> missing(DockerHome home) {
        if (home.major() < since) {
            return Optional.of("The image store of containerd needs Docker " + since + " or newer; installed is "
                    + home.version());
        }
        return Optional.empty();
    }
}
