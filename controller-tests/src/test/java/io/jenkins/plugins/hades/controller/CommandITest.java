package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.testbed.process.CommandResult;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The {@code hades} command against a controller: as its user, by an API token, with what that user may do. */
@ExtendWith(OnController.class)
class CommandITest {
    private static final String ITEM = "desk/commanded";

    private final Controller controller;

    @TempDir
    Path home;

    CommandITest(Bench bench) {
        this.controller = bench.controller();
    }

    @BeforeAll
    static void bound(Bench bench) throws Exception {
        bench.apps().serving("commanded", "the commanded application");
        Items.folder(bench.controller(), "desk", "");
        PipelineJob.create(bench.controller(), ITEM, bench.apps().binding("commanded"));
    }

    @Test
    void aUserWhoMayDeployDoesAllByTheCommand() throws Exception {
        HadesCommand hades = loggedIn(User.DEVELOPER);

        CommandResult deployed = hades.run("", "deploy", "--project", ITEM);
        assertThat(deployed.exit()).as(deployed.out() + deployed.err()).isZero();
        assertThat(deployed.out()).contains("== Fetch source", "== Build", "Release 1 ");

        assertThat(hades.run("", "env", "set", "--project", ITEM, "GREETING=hello")
                        .exit())
                .isZero();
        assertThat(hades.run("secret-of-the-command\n", "env", "set", "--secret", "--project", ITEM, "KEY")
                        .exit())
                .isZero();
        assertThat(hades.run("", "env", "list", "--project", ITEM).out())
                .contains("GREETING", "hello", "KEY", "(secret)")
                .doesNotContain("secret-of-the-command");
        assertThat(hades.run("", "redeploy", "--project", ITEM).exit()).isZero();
        assertThat(hades.run("", "rollback", "1", "--project", ITEM).exit()).isZero();
        assertThat(hades.run("", "status").out()).contains(ITEM, "production", "RUNNING", "ROLLBACK SUCCEEDED");
        assertThat(hades.run("", "logs", "--project", ITEM).out()).contains("Going back to release 1");
        assertThat(hades.run("", "operations", "--project", ITEM).out()).contains(User.DEVELOPER.id());
        assertThat(hades.run("", "destroy", "--yes", "--project", ITEM).exit()).isZero();
    }

    @Test
    void aUserWhoMayOnlyReadSeesAndCannotChange() throws Exception {
        HadesCommand hades = loggedIn(User.READER);

        assertThat(hades.run("", "status").exit()).isZero();
        CommandResult refused = hades.run("", "deploy", "--project", ITEM);

        assertThat(refused.exit()).isEqualTo(5);
        assertThat(refused.err()).contains("reader lacks the permission DEPLOY");
    }

    @Test
    void aStrangerFindsNoProject() throws Exception {
        CommandResult answer = loggedIn(User.STRANGER).run("", "deploy", "--project", ITEM);

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.err()).contains("there are: none");
    }

    @Test
    void aTokenThatIsRevokedStopsWorkingAtOnce() throws Exception {
        HadesCommand hades = loggedIn(User.DEVELOPER);
        assertThat(hades.run("", "status").exit()).isZero();

        controller
                .as(User.DEVELOPER)
                .post("/user/developer/descriptorByName/jenkins.security.ApiTokenProperty/revokeAll", Map.of());

        CommandResult refused = hades.run("", "status");
        assertThat(refused.exit()).isEqualTo(6);
        assertThat(refused.err()).contains("does not take the token of user developer");
    }

    private HadesCommand loggedIn(User user) throws Exception {
        String token = controller.as(user).newToken(user);
        HadesCommand hades = new HadesCommand(home);

        CommandResult login = hades.run(token + "\n", "login", controller.url(""), "--user", user.id());

        assertThat(login.exit()).as(login.err()).isZero();
        assertThat(login.out() + login.err()).doesNotContain(token);
        return hades;
    }
}
