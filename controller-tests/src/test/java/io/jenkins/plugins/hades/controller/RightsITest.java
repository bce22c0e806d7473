package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may ask what of Hades' forms: each of their web methods, asked by each kind of user. */
@ExtendWith(OnController.class)
class RightsITest {
    private static final String ERROR = "class=\"error\"";
    private static final String ITEM = "/job/team/job/app";
    private static final Pattern METHOD = Pattern.compile("public (?:FormValidation|ListBoxModel) do(\\w+)\\(");

    private final Controller controller;

    RightsITest(Bench bench) {
        this.controller = bench.controller();
    }

    @BeforeAll
    static void item(Bench bench) throws Exception {
        Items.folder(bench.controller(), "team", "");
        PipelineJob.create(bench.controller(), "team/app", bench.apps().binding("team-app"));
    }

    /** The web methods on an item's pages, and what their answers show to whoever may configure the item. */
    enum OnItem {
        REPOSITORY("jenkins.project.ProjectSettings/checkRepository", "Enter an address such as"),
        CONFIG("jenkins.project.ProjectSettings/checkConfig", ERROR),
        GIT_CREDENTIALS("jenkins.project.ProjectSettings/fillCredentialsIdItems", "git-key"),
        BUILD_SERVERS("jenkins.project.ProjectSettings/fillBuildServerItems", "web-1"),
        DEPLOY_SERVERS("jenkins.project.ProjectSettings/fillDeployServerItems", "web-1"),
        NAME_OF_ENVIRONMENT("jenkins.project.EnvironmentSettings/checkName", ERROR),
        BUILD_SERVERS_OF_ENVIRONMENT("jenkins.project.EnvironmentSettings/fillBuildServerItems", "web-1"),
        DEPLOY_SERVERS_OF_ENVIRONMENT("jenkins.project.EnvironmentSettings/fillDeployServerItems", "web-1"),
        DEPLOY_ENVIRONMENT("steps.HadesDeployStep/checkEnvironment", ERROR),
        DEPLOY_VARIABLES("steps.HadesDeployStep/checkEnv", ERROR),
        DEPLOY_TIMEOUT("steps.HadesDeployStep/checkTimeout", ERROR),
        DEPLOY_PROJECTS("steps.HadesDeployStep/fillProjectItems", "team/app"),
        DEPLOY_BUILD_SERVERS("steps.HadesDeployStep/fillBuildServerItems", "web-1"),
        DEPLOY_DEPLOY_SERVERS("steps.HadesDeployStep/fillDeployServerItems", "web-1"),
        ENV_ENVIRONMENT("steps.HadesEnvStep/checkEnvironment", ERROR),
        ENV_PROJECTS("steps.HadesEnvStep/fillProjectItems", "team/app"),
        SET_ENVIRONMENT("steps.HadesSetEnvStep/checkEnvironment", ERROR),
        SET_VARIABLES("steps.HadesSetEnvStep/checkSet", ERROR),
        UNSET_VARIABLES("steps.HadesSetEnvStep/checkUnset", ERROR),
        SET_PROJECTS("steps.HadesSetEnvStep/fillProjectItems", "team/app"),
        NAME_OF_SECRET("steps.SecretVariable/checkName", ERROR),
        CREDENTIALS_OF_SECRET("steps.SecretVariable/fillCredentialsIdItems", "canary");

        private final String method;
        private final String shows;

        OnItem(String method, String shows) {
            this.method = method;
            this.shows = shows;
        }
    }

    /** The web methods on the system's pages, and what their answers show to an administrator. */
    enum OnSystem {
        GIT_HOST_KEYS("HadesConfiguration/checkGitHostKeys", ERROR),
        ARCHIVE_SIZE("HadesConfiguration/checkArchiveSize", ERROR),
        AUDIT_DAYS("HadesConfiguration/checkAuditDays", ERROR),
        NAME_OF_SERVER("SshServer/checkName", ERROR),
        HOST("SshServer/checkHost", "<div/>"),
        PORT("SshServer/checkPort", ERROR),
        SERVER_CREDENTIALS("SshServer/fillCredentialsIdItems", "server-key"),
        PROJECTS("SshServer/checkProjects", "<div/>"),
        MOUNTS("SshServer/checkMounts", ERROR),
        DOCKER_SOCKET("SshServer/checkDockerSocket", ERROR),
        NAME_OF_AGENT_SERVER("AgentServer/checkName", ERROR),
        AGENT("AgentServer/checkAgent", ERROR),
        AGENTS("AgentServer/fillAgentItems", "values"),
        PINNED_KEYS("PinnedHostKeys/checkKeys", ERROR),
        KNOWN_HOSTS_FILE("KnownHostsFile/checkFile", ERROR),
        DATABASE("PostgresStore/checkUrl", ERROR),
        DATABASE_CREDENTIALS("PostgresStore/fillCredentialsIdItems", "values"),
        REGISTRY("RegistrySetting/checkAddress", ERROR),
        REGISTRY_CREDENTIALS("RegistrySetting/fillCredentialsIdItems", "values");

        private final String method;
        private final String shows;

        OnSystem(String method, String shows) {
            this.method = method;
            this.shows = shows;
        }
    }

    @ParameterizedTest
    @EnumSource(OnItem.class)
    void onAnItem(OnItem asked) throws Exception {
        String path = ITEM + "/descriptorByName/io.jenkins.plugins.hades." + asked.method;

        assertThat(ask(User.ADMIN, path)).contains(asked.shows);
        assertThat(ask(User.DEVELOPER, path)).contains(asked.shows);
        HttpResponse<String> reader = controller.as(User.READER).post(path, fields());
        if (asked.method.contains("/fill")) {
            assertThat(reader.body()).doesNotContain(asked.shows);
        } else {
            assertThat(reader.statusCode()).isEqualTo(403);
        }
        assertThat(controller.as(User.STRANGER).post(path, fields()).statusCode())
                .isEqualTo(404);
        assertThat(controller.as(User.ANONYMOUS).post(path, fields()).statusCode())
                .isIn(403, 404);
        assertThat(controller.as(User.DEVELOPER).get(path + "?value=x").statusCode())
                .as("by GET")
                .isIn(404, 405);
    }

    @ParameterizedTest
    @EnumSource(OnItem.class)
    void onNoItem(OnItem asked) throws Exception {
        String path = "/descriptorByName/io.jenkins.plugins.hades." + asked.method;

        for (User user : List.of(User.DEVELOPER, User.READER, User.STRANGER, User.ANONYMOUS)) {
            assertThat(ask(user, path)).as(user.id()).doesNotContain("web-1", "git-key", "canary", "team/app");
        }
    }

    @ParameterizedTest
    @EnumSource(OnSystem.class)
    void onTheSystem(OnSystem asked) throws Exception {
        String path = "/descriptorByName/io.jenkins.plugins.hades.jenkins.settings." + asked.method;

        assertThat(ask(User.ADMIN, path)).contains(asked.shows);
        for (User user : List.of(User.DEVELOPER, User.READER, User.STRANGER, User.ANONYMOUS)) {
            HttpResponse<String> answer = controller.as(user).post(path, fields());
            if (asked.method.contains("/fill")) {
                assertThat(answer.body()).as(user.id()).doesNotContain("server-key", "canary", "git-key");
            } else {
                assertThat(answer.statusCode()).as(user.id()).isEqualTo(403);
            }
        }
        assertThat(controller.admin().get(path + "?value=x").statusCode())
                .as("by GET")
                .isIn(404, 405);
    }

    @Test
    void theTablesNameEveryWebMethod() throws Exception {
        List<String> named = Stream.concat(
                        Stream.of(OnItem.values()).map(asked -> asked.method),
                        Stream.of(OnSystem.values()).map(asked -> asked.method))
                .map(method -> method.substring(method.lastIndexOf('/') + 1))
                .distinct()
                .toList();

        assertThat(named).containsAll(written("hades-core")).containsAll(written("hades-pipeline-steps"));
    }

    @ParameterizedTest
    @EnumSource(User.class)
    void pagesThatShowOrChangeTheConfiguration(User user) throws Exception {
        boolean configures = user == User.ADMIN || user == User.DEVELOPER;

        assertThat(status(user, "/manage/configure")).isEqualTo(user == User.ADMIN ? 200 : 403);
        assertThat(status(user, ITEM + "/configure")).as("the job's form").matches(code -> configures == (code == 200));
        assertThat(status(user, ITEM + "/config.xml")).as("the job's XML").matches(code -> configures == (code == 200));
        HttpResponse<String> change = controller.as(user).post(ITEM + "/config.xml", "application/xml", "<broken");
        assertThat(change.statusCode())
                .isEqualTo(configures ? 500 : user == User.READER || user == User.ANONYMOUS ? 403 : 404);
    }

    private int status(User user, String path) throws Exception {
        return controller.as(user).get(path).statusCode();
    }

    private String ask(User user, String path) throws Exception {
        return controller.as(user).post(path, fields()).body();
    }

    /** Wrong in every field that is checked. */
    private static Map<String, String> fields() {
        return Map.of("value", "user@host://x!\nrelative");
    }

    private static List<String> written(String module) throws IOException {
        Path sources = Path.of(System.getProperty("hades.root"), module, "src/main/java");
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> METHOD.matcher(read(file)).results())
                    .map(found -> Character.toLowerCase(found.group(1).charAt(0))
                            + found.group(1).substring(1))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
