package io.jenkins.plugins.hades.jenkins.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The configured servers as the engine gets them. */
class ConfiguredServersTest {
    @Test
    void aServerHasWhatIsConfigured() {
        Server setting = new Server("web-1", "");
        setting.setBuild(true);
        setting.setProjects(" shop \n\nteam/**");
        setting.setMounts("/srv/files");
        setting.setPrivileged(true);
        setting.setFolder("/srv/hades");
        setting.setDockerSocket("/run/docker.sock");

        ServerSpec spec = new ConfiguredServers(List.of(setting)).usable().get(0);

        assertThat(spec.name()).isEqualTo("web-1");
        assertThat(spec.roles()).containsExactly(ServerRole.BUILD);
        assertThat(spec.projects()).containsExactly("shop", "team/**");
        assertThat(spec.mounts()).containsExactly("/srv/files");
        assertThat(spec.privileged()).isTrue();
        assertThat(spec.folder()).isEqualTo("/srv/hades");
        assertThat(spec.dockerSocket()).isEqualTo("/run/docker.sock");
        assertThat(spec.jump()).isEmpty();
    }

    @Test
    void whatIsLeftOutAllowsNothingAndIsAsUsual() {
        ServerSpec spec = new ConfiguredServers(List.of(new Server(" web-1 ", "")))
                .usable()
                .get(0);

        assertThat(spec.name()).isEqualTo("web-1");
        assertThat(spec.roles()).isEmpty();
        assertThat(spec.projects()).isEmpty();
        assertThat(spec.mounts()).isEmpty();
        assertThat(spec.privileged()).isFalse();
        assertThat(spec.folder()).isEqualTo(ServerSpec.DEFAULT_FOLDER);
        assertThat(spec.dockerSocket()).isEqualTo(ServerSpec.DEFAULT_DOCKER_SOCKET);
    }

    @Test
    void aServerIsReachedThroughItsJumpServers() {
        ConfiguredServers servers = new ConfiguredServers(
                List.of(new Server("inner", "outer"), new Server("outer", "gate"), new Server("gate", "")));

        ServerSpec inner = servers.usable().get(0);

        assertThat(inner.jump().map(ServerSpec::name)).contains("outer");
        assertThat(inner.jump().flatMap(ServerSpec::jump).map(ServerSpec::name)).contains("gate");
    }

    @Test
    void aServerThatCannotBeUsedIsLeftOutAndSaysWhy() {
        ConfiguredServers servers = new ConfiguredServers(List.of(
                new Server("broken", "nowhere"),
                new Server("round", "about"),
                new Server("about", "round"),
                new Server("sound", "")));

        assertThat(servers.usable()).extracting(ServerSpec::name).containsExactly("sound");
        assertThat(servers.defect("sound")).isEmpty();
        assertThat(servers.defect("unheard-of")).isEmpty();
        assertThat(servers.defect("broken"))
                .get()
                .extracting(HadesException::kind)
                .isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(servers.defect("broken"))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("\"nowhere\" is not configured");
        assertThat(servers.defect("round"))
                .get()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("reached through itself");
    }

    @Test
    void eachServerNeedsANameOfItsOwn() {
        assertThat(ServerNames.checked(null)).isEmpty();
        assertThat(ServerNames.checked(List.of(new Server("a", ""), new Server("b", ""))))
                .hasSize(2);
        assertThatThrownBy(() -> ServerNames.checked(List.of(new Server("a", ""), new Server(" a ", ""))))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("two have the name \"a\"");
        assertThatThrownBy(() -> ServerNames.checked(List.of(new Server("-x", ""))))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("\"-x\"");
    }

    @Test
    void settingsOfOnePlaceAreEqual() {
        assertThat(new EmbeddedStore()).isEqualTo(new EmbeddedStore()).hasSameHashCodeAs(new EmbeddedStore());
        assertThat(new PostgresStore(" jdbc:postgresql://a/b ", "c"))
                .isEqualTo(new PostgresStore("jdbc:postgresql://a/b", "c"))
                .isNotEqualTo(new PostgresStore("jdbc:postgresql://a/b", "d"))
                .isNotEqualTo(new EmbeddedStore());
        RegistrySetting login = new RegistrySetting("registry.example.com");
        login.setCredentialsId("c");
        assertThat(login).isNotEqualTo(new RegistrySetting("registry.example.com"));
    }

    /** A server of a kind of its own. */
    private static final class Server extends ServerSetting {
        private final String jump;

        Server(String name, String jump) {
            super(name);
            this.jump = jump;
        }

        @Override
        protected SshAddress address() {
            return new SshAddress(
                    "127.0.0.1", 22, "hades", new SshLogin.Password(() -> ""), new HostKeyPolicy.Pinned(List.of()));
        }

        @Override
        protected Optional<String> throughServer() {
            return Optional.of(jump).filter(name -> !name.isEmpty());
        }
    }
}
