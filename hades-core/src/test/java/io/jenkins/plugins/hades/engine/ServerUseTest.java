package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which servers a project uses, and which it must not. */
class ServerUseTest {
    private static final OperationRequest DEPLOY = OperationRequest.of(OperationKind.DEPLOY);

    @TempDir
    Path folder;

    private EngineBed bed;

    @BeforeEach
    void start() {
        bed = new EngineBed(folder).working();
    }

    @AfterEach
    void end() {
        bed.close();
    }

    @Test
    void nothingOfAProjectGetsToABuildServerThatDoesNotListIt() throws Exception {
        bed.servers.add(FakeServers.spec("foreign", List.of("other"), ServerRole.BUILD));

        Operation operation = bed.finish("production", DEPLOY.withServers(Optional.of("foreign"), Optional.empty()));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome())
                .contains("Building shop on server foreign failed")
                .contains("the server does not list the project");
        assertThat(bed.sources.fetchedOn).isEmpty();
    }

    @Test
    void serversOfOtherProjectsDoNotCountWhereNoneIsNamed() throws Exception {
        bed.servers.add(0, FakeServers.spec("aaa", List.of("other"), ServerRole.BUILD, ServerRole.DEPLOY));

        Operation operation = bed.finish("production", DEPLOY);

        assertThat(operation.status()).as(operation.outcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.sources.fetchedOn).containsOnly("alpha");
    }

    @Test
    void aBuildServerThatNoLongerListsTheProjectIsNotUsedAgain() throws Exception {
        bed.finish("production", DEPLOY);
        ServerSpec alpha = FakeServers.spec("alpha", ServerRole.DEPLOY);
        bed.servers.clear();
        bed.servers.addAll(List.of(alpha, FakeServers.spec("beta", ServerRole.BUILD)));
        bed.sources.fetchedOn.clear();
        bed.sources.branch("next", "run: {port: 80}");

        Operation operation = bed.finish("production", OperationRequest.deploy("next"));

        assertThat(operation.status()).as(operation.outcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.sources.fetchedOn).containsOnly("beta");
    }

    @Test
    void anEnvironmentStaysOnItsServerWhenAnotherIsAdded() throws Exception {
        bed.finish("production", DEPLOY);
        bed.servers.add(FakeServers.spec("beta", ServerRole.BUILD, ServerRole.DEPLOY));

        Operation operation = bed.finish("production", OperationRequest.of(OperationKind.REDEPLOY));

        assertThat(operation.status()).as(operation.outcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.store.releases().list(bed.environment("production").id(), 10))
                .extracting(Release::deployServer)
                .containsOnly("alpha");
    }

    @Test
    void whereNoServerListsTheProjectTheAdministratorIsNamed() throws Exception {
        bed.servers.clear();
        bed.servers.add(FakeServers.spec("foreign", List.of("other"), ServerRole.BUILD, ServerRole.DEPLOY));

        Operation operation = bed.finish("production", DEPLOY);

        assertThat(operation.outcome())
                .contains("no server has the role build and lists the project")
                .contains("Have an administrator add \"shop\" to \"projects\"");
    }

    @Test
    void theConfigThatDecidesOnABranchIsNotReadOnAForeignServerEither() {
        bed.servers.clear();
        bed.servers.add(FakeServers.spec("foreign", List.of("other"), ServerRole.BUILD));

        assertThatThrownBy(() ->
                        bed.engine().admit(bed.environment("production").id(), "main", Optional.empty(), line -> {}))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("lists the project");
        assertThat(bed.sources.fetchedOn).isEmpty();
    }
}
