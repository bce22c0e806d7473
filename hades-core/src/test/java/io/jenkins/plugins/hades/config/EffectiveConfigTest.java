package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectiveConfigTest {
    private static final String TRUSTED = """
            run:
              port: 80
              publish: 8080
              ports: ["53:53/udp"]
              volumes: [/srv/files:/files, data:/data]
              network: shared
              capabilities: [NET_ADMIN]
            variables: {TOKEN: {secret: true}}
            environments:
              production: {branches: [main, "release/*"], deploy-server: web}
              staging: {branches: "**", publish: 9090}
            """;

    @Test
    void theTrustedConfigItselfIsAppliedWithoutNotes() {
        EffectiveConfig config = of(TRUSTED, TRUSTED, "production");

        assertThat(config.notes()).isEmpty();
        assertThat(config.run())
                .isEqualTo(ProjectConfigReader.read("hades.yml", TRUSTED).run());
        assertThat(config.environment().deployServer()).contains("web");
    }

    @Test
    void detailsOfBuildAndRunComeFromTheRevision() {
        EffectiveConfig config = of(TRUSTED, """
                source: {subdirectory: app}
                build: {dockerfile: Other, stage: prod}
                run: {port: 3000, command: [x], memory: 1g, volumes: [cache:/cache], restart: always}
                health: {http: /up}
                variables: {NEW: 1}
                """, "production");

        assertThat(config.source().subdirectory()).isEqualTo("app");
        assertThat(config.build().dockerfile()).isEqualTo("Other");
        assertThat(config.run().port()).hasValue(3000);
        assertThat(config.run().command()).containsExactly("x");
        assertThat(config.run().memory()).hasValue(1L << 30);
        assertThat(config.run().restart()).isEqualTo(RestartPolicy.ALWAYS);
        assertThat(config.health().check()).isInstanceOf(HealthConfig.Http.class);
        assertThat(config.variables()).extracting(DeclaredVariable::name).containsExactly("NEW");
        assertThat(config.run().volumes())
                .containsExactly(
                        new VolumeMount("/srv/files", "/files", false), new VolumeMount("cache", "/cache", false));
        assertThat(config.notes()).isEmpty();
    }

    @Test
    void whatARevisionAsksForBeyondTheTrustedIsNotAppliedAndNoted() {
        EffectiveConfig config = of("run: {port: 80}", """
                run:
                  port: 80
                  publish: 22
                  ports: ["2375:2375"]
                  volumes: [/:/host, data:/data]
                  network: host
                  privileged: true
                  capabilities: [SYS_ADMIN]
                environments:
                  production: {deploy-server: other, variables: {A: b}}
                """, "production");

        assertThat(config.run())
                .isEqualTo(ProjectConfigReader.read("hades.yml", "run: {port: 80, volumes: [data:/data]}")
                        .run());
        assertThat(config.environment()).isEqualTo(EnvironmentConfig.ofDefaults());
        assertThat(config.notes())
                .hasSize(7)
                .anyMatch(note -> note.startsWith("run.publish: this revision asks for 22"))
                .anyMatch(note -> note.startsWith("run.ports: this revision asks for 0.0.0.0:2375:2375/tcp"))
                .anyMatch(note -> note.startsWith("run.volumes: this revision asks for /:/host"))
                .anyMatch(note -> note.startsWith("run.network: this revision asks for host"))
                .anyMatch(note -> note.startsWith("run.privileged"))
                .anyMatch(note -> note.startsWith("run.capabilities: this revision asks for SYS_ADMIN"))
                .anyMatch(note -> note.startsWith("environments.production differs"));
    }

    @Test
    void aVolumeOfTheRevisionDoesNotHideATrustedFolder() {
        EffectiveConfig config = of(TRUSTED, "run: {volumes: [mine:/files]}", "production");

        assertThat(config.run().volumes()).containsExactly(new VolumeMount("/srv/files", "/files", false));
    }

    @Test
    void theEnvironmentsPublishedPortCountsBeforeTheProjects() {
        assertThat(of(TRUSTED, TRUSTED, "staging").run().publish()).hasValue(9090);
        assertThat(of(TRUSTED, TRUSTED, "production").run().publish()).hasValue(8080);
    }

    @Test
    void aPortIsNotPublishedWhereTheRevisionServesNone() {
        EffectiveConfig config = of(TRUSTED, "run: {}", "production");

        assertThat(config.run().publish()).isEmpty();
        assertThat(config.notes()).singleElement().asString().contains("8080");
    }

    @Test
    void aRevisionCannotMakeASecretPublic() {
        EffectiveConfig config = of(TRUSTED, "run: {port: 80}\nvariables: {TOKEN: shown}", "production");

        assertThat(config.variables()).singleElement().satisfies(variable -> {
            assertThat(variable.secret()).isTrue();
            assertThat(variable.value()).isEmpty();
        });
        assertThat(config.notes()).singleElement().asString().contains("variables.TOKEN");
    }

    @Test
    void anEnvironmentAdmitsTheBranchesOfTheTrustedConfig() {
        EffectiveConfig config = of(TRUSTED, "environments: {production: {branches: \"**\"}}", "production");

        assertThat(config.admits("main")).isTrue();
        assertThat(config.admits("release/1.0")).isTrue();
        assertThat(config.admits("feature/x")).isFalse();
        assertThat(config.environment().ownBranch()).contains("main");
    }

    @Test
    void anEnvironmentThatIsNotNamedAdmitsEveryBranch() {
        EffectiveConfig config = of("", "", "review-1");

        assertThat(config.admits("anything/at/all")).isTrue();
        assertThat(config.environment().ownBranch()).isEqualTo(Optional.empty());
        assertThat(config.environment().variables()).isEqualTo(Map.of());
    }

    private static EffectiveConfig of(String trusted, String revision, String environment) {
        return EffectiveConfig.of(
                ProjectConfigReader.read("hades.yml", trusted),
                ProjectConfigReader.read("hades.yml", revision),
                environment);
    }
}
