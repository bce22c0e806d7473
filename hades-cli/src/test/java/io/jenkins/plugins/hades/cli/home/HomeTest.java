package io.jenkins.plugins.hades.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HomeTest {
    private static final Path USER = Path.of("/home/anna");

    @Test
    void liesWhereTheXdgSpecificationPutsIt() {
        Home home = Home.of(Map.of(), USER, Optional.empty(), Optional.empty());

        assertThat(home.data()).isEqualTo(Path.of("/home/anna/.local/share/hades"));
        assertThat(home.config()).isEqualTo(Path.of("/home/anna/.config/hades/servers.yml"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("HADES_HOME", "/data", "HADES_SERVERS", "/servers.yml");

        assertThat(Home.of(environment, USER, Optional.empty(), Optional.empty()))
                .isEqualTo(new Home(Path.of("/data"), Path.of("/servers.yml")));
        assertThat(Home.of(environment, USER, Optional.of(Path.of("/other")), Optional.of(Path.of("/its.yml"))))
                .isEqualTo(new Home(Path.of("/other"), Path.of("/its.yml")));
    }

    @Test
    void theSocketOfADeepFolderIsShortEnoughForTheKernel() {
        Home home = new Home(Path.of("/" + "deep/".repeat(30)), Path.of("/servers.yml"));

        assertThat(home.socket().toString().length()).isLessThan(108);
    }
}
