package io.jenkins.plugins.hades.jenkins.settings;

import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import java.nio.file.Path;

/** Where Hades keeps its own files on the controller. */
public final class HadesHome {
    private HadesHome() {}

    /** The folder {@code hades} in the controller's home; it may not exist yet. */
    public static Path folder() {
        return RunningJenkins.home().resolve("hades");
    }
}
