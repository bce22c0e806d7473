package io.jenkins.plugins.hades.api;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a router of their own. */
abstract class OnApi {
    @TempDir
    Path folder;

    ApiBed bed;

    @BeforeEach
    final void openApi() {
        bed = new ApiBed(folder);
    }

    @AfterEach
    final void closeApi() {
        bed.close();
    }
}
