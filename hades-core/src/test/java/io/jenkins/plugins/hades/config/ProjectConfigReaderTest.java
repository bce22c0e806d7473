package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a config says, key by key. */
class ProjectConfigReaderTest {
    @Test
    void aFileWithoutKeysGivesTheDefaults() {
        assertThat(read("")).isEqualTo(ProjectConfig.ofDefaults());
        assertThat(read("# nothing but a comment\n")).isEqualTo(ProjectConfig.ofDefaults());
        assertThat(read("build:\nrun:\nvariables:\nenvironments:\n")).isEqualTo(ProjectConfig.ofDefaults());
    }

    @Test
    void readsHowAnArtifactIsMade() {
        ProjectConfig config = read("""
                source: {subdirectory: ./apps//web/, submodules: true}
                build:
                  dockerfile: docker/Dockerfile.web
                  context: web
                  stage: runtime
                  images: {tools: debug}
                  folder: dist
                  timeout: 1h30m
                """);

        assertThat(config.source()).isEqualTo(new SourceConfig("apps/web", true));
        assertThat(config.build())
                .isEqualTo(new BuildConfig(
                        "docker/Dockerfile.web",
                        List.of(),
                        "web",
                        Optional.of("runtime"),
                        Map.of("tools", "debug"),
                        Optional.empty(),
                        "dist",
                        Duration.ofMinutes(90)));
    }

    @Test
    void readsHowAnArtifactRuns() {
        RunConfig run = read("""
                run:
                  port: 8080
                  publish: 80
                  ports: [9090, "53:5353/udp", "127.0.0.1:22:2222", "[::1]:70:7/tcp"]
                  command: [serve, --port, 8080]
                  volumes: [data:/var/lib/data, /srv//files/:/files:ro]
                  network: shared
                  restart: no
                  memory: 512m
                  cpus: 1.5
                  privileged: true
                  capabilities: [CAP_NET_ADMIN, SYS_TIME]
                  log: {size: 20m, files: 5}
                  stop: 1m
                """).run();

        assertThat(run)
                .isEqualTo(new RunConfig(
                        OptionalInt.of(8080),
                        OptionalInt.of(80),
                        List.of(
                                new PortMapping("0.0.0.0", 9090, 9090, "tcp"),
                                new PortMapping("0.0.0.0", 53, 5353, "udp"),
                                new PortMapping("127.0.0.1", 22, 2222, "tcp"),
                                new PortMapping("::1", 70, 7, "tcp")),
                        List.of("serve", "--port", "8080"),
                        List.of(
                                new VolumeMount("data", "/var/lib/data", false),
                                new VolumeMount("/srv/files", "/files", true)),
                        Optional.of("shared"),
                        RestartPolicy.NO,
                        OptionalLong.of(512L << 20),
                        Optional.of(1.5),
                        true,
                        List.of("NET_ADMIN", "SYS_TIME"),
                        20,
                        5,
                        60));
    }

    @Test
    void aCommandThatIsOneTextIsRunByAShell() {
        assertThat(read("run: {command: echo $HOME}").run().command()).containsExactly("/bin/sh", "-c", "echo $HOME");
    }

    @Test
    void readsEveryKindOfHealthCheck() {
        assertThat(health("http: /health")).isEqualTo(new HealthConfig.Http("/health", OptionalInt.empty(), 200, 399));
        assertThat(health("http: {path: \"/up?deep=1\", port: 9000, status: 204}"))
                .isEqualTo(new HealthConfig.Http("/up?deep=1", OptionalInt.of(9000), 204, 204));
        assertThat(health("http: {status: 200-499}"))
                .isEqualTo(new HealthConfig.Http("/", OptionalInt.empty(), 200, 499));
        assertThat(health("tcp: true")).isEqualTo(new HealthConfig.Tcp(OptionalInt.empty()));
        assertThat(health("tcp: 5432")).isEqualTo(new HealthConfig.Tcp(OptionalInt.of(5432)));
        assertThat(health("image: true")).isEqualTo(new HealthConfig.Image());
        assertThat(health("started: 500ms")).isEqualTo(new HealthConfig.Started(Duration.ofMillis(500)));
    }

    @Test
    void readsHowOftenAndHowLongHealthIsChecked() {
        HealthConfig health = read("run: {port: 80}\nhealth: {tcp: true, interval: 2s, attempt: 3s, timeout: 4m}")
                .health();

        assertThat(health.interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(health.attempt()).isEqualTo(Duration.ofSeconds(3));
        assertThat(health.timeout()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void withoutAHealthCheckThePortMustAcceptConnections() {
        assertThat(read("run: {port: 80}").health().check()).isEqualTo(new HealthConfig.Tcp(OptionalInt.empty()));
        assertThat(read("run: {}").health().check()).isEqualTo(new HealthConfig.Started(Duration.ofSeconds(5)));
    }

    @Test
    void variablesThatAreListedMustHaveAValue() {
        assertThat(read("variables: [DATABASE_URL, SMTP_HOST]").variables())
                .containsExactly(
                        new DeclaredVariable("DATABASE_URL", Set.of(Phase.RUN), true, false, Optional.empty(), ""),
                        new DeclaredVariable("SMTP_HOST", Set.of(Phase.RUN), true, false, Optional.empty(), ""));
    }

    @Test
    void variablesOfAMapHaveSettingsOrAValue() {
        List<DeclaredVariable> variables = read("""
                variables:
                  NEXT_PUBLIC_API: {phases: build, value: 1.10, description: Baked in}
                  TOKEN: {phases: [build, run], secret: true, required: true}
                  GREETING: yes
                  PLAIN:
                """).variables();

        assertThat(variables)
                .containsExactly(
                        new DeclaredVariable(
                                "NEXT_PUBLIC_API", Set.of(Phase.BUILD), false, false, Optional.of("1.10"), "Baked in"),
                        new DeclaredVariable("TOKEN", Set.of(Phase.BUILD, Phase.RUN), true, true, Optional.empty(), ""),
                        new DeclaredVariable("GREETING", Set.of(Phase.RUN), false, false, Optional.of("yes"), ""),
                        new DeclaredVariable("PLAIN", Set.of(Phase.RUN), false, false, Optional.empty(), ""));
    }

    @Test
    void readsEnvironments() {
        Map<String, EnvironmentConfig> environments = read("""
                environments:
                  production:
                    branches: main
                    build-server: builder
                    deploy-server: web-1
                    publish: 443
                    variables: {LOG_LEVEL: warn, RETRIES: 3}
                  review:
                    target: files
                    branches: ["feature/*", release-**]
                  empty:
                """).environments();

        assertThat(environments)
                .containsOnlyKeys("production", "review", "empty")
                .containsEntry("empty", EnvironmentConfig.ofDefaults())
                .containsEntry(
                        "production",
                        new EnvironmentConfig(
                                "docker",
                                List.of("main"),
                                List.of(),
                                PushSwitch.NONE,
                                Optional.of("builder"),
                                Optional.of("web-1"),
                                OptionalInt.of(443),
                                EnvironmentConfig.KEEP,
                                Map.of("LOG_LEVEL", "warn", "RETRIES", "3")));
        assertThat(environments.get("review").branches()).containsExactly("feature/*", "release-**");
    }

    @Test
    void readsWhichPushesDeployAnEnvironment() {
        Map<String, EnvironmentConfig> environments = read("""
                environments:
                  production: {branches: main, tags: "v*", deploy-on-push: tags}
                  staging: {branches: [main, "feature/*"], tags: "v*", deploy-on-push: branches}
                  both: {branches: main, tags: ["v*", "release/**"], deploy-on-push: all}
                  quiet: {branches: main, tags: "v*"}
                """).environments();

        assertThat(environments.get("production").deploysOnPush("refs/tags/v1.2"))
                .isTrue();
        assertThat(environments.get("production").deploysOnPush("refs/heads/main"))
                .isFalse();
        assertThat(environments.get("staging").deploysOnPush("refs/heads/feature/a"))
                .isTrue();
        assertThat(environments.get("staging").deploysOnPush("refs/heads/feature/a/b"))
                .isFalse();
        assertThat(environments.get("staging").deploysOnPush("refs/tags/v1")).isFalse();
        assertThat(environments.get("staging").deploysOnPush("refs/tags/main")).isFalse();
        assertThat(environments.get("both").deploysOnPush("refs/tags/release/1/2"))
                .isTrue();
        assertThat(environments.get("both").deploysOnPush("refs/heads/main")).isTrue();
        assertThat(environments.get("both").deploysOnPush("refs/pull/1/head")).isFalse();
        assertThat(environments.get("quiet").deploysOnPush("refs/heads/main")).isFalse();
        assertThat(environments.get("quiet").pushRule().any()).isFalse();
    }

    @Test
    void anchorsAndMergesMayBeUsed() {
        Map<String, EnvironmentConfig> environments = read("""
                x-base: &base
                  build-server: builder
                  branches: main
                environments:
                  one: {<<: *base, deploy-server: web}
                  two: {<<: [*base], branches: dev}
                """).environments();

        assertThat(environments.get("one").buildServer()).contains("builder");
        assertThat(environments.get("one").branches()).containsExactly("main");
        assertThat(environments.get("two").branches()).containsExactly("dev");
    }

    @Test
    void keysThatBeginWithXAreIgnoredEverywhere() {
        assertThat(read("x-note: {a: [b]}\nrun: {x-why: because, port: 80}")
                        .run()
                        .port())
                .hasValue(80);
    }

    private static HealthConfig.Check health(String yaml) {
        return read("run: {port: 80}\nhealth: {" + yaml + "}").health().check();
    }

    private static ProjectConfig read(String yaml) {
        return ProjectConfigReader.read("hades.yml", yaml);
    }
}
