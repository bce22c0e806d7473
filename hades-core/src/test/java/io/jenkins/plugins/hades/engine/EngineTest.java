package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {
    private static final OperationRequest DEPLOY = OperationRequest.of(OperationKind.DEPLOY);

    @TempDir
    Path folder;

    private EngineBed bed;

    @BeforeEach
    void start() {
        bed = new EngineBed(folder);
    }

    @AfterEach
    void end() {
        bed.close();
    }

    @Test
    void aFirstDeploymentCreatesTheEnvironmentAndRecordsItsRelease() throws Exception {
        bed.working();

        Operation operation = bed.finish("production", DEPLOY);

        assertThat(operation.outcome()).isEqualTo("Release 1 (main) serves at http://production.");
        assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.environment("production").release()).isEqualTo(1);
        assertThat(bed.store.operations().steps(operation.id()))
                .extracting(OperationStep::name)
                .containsExactly("Fetch source", "Build", "Ship", "Run release 1");
    }

    @Test
    void aReleaseThatDoesNotBecomeHealthyLeavesTheOneBeforeServing() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.sources.branch("bad", "run: {port: 80}");
        bed.target.broken.add("bad");

        Operation operation = bed.finish("production", OperationRequest.deploy("bad"));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome()).contains("it answered 500");
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.environment("production").release()).isEqualTo(1);
        assertThat(bed.target.serving.get("production").release()).isEqualTo(1);
    }

    @Test
    void aFirstDeploymentThatFailsTellsWhyInTheStatus() throws Exception {
        bed.working();
        bed.target.broken.add("main");

        bed.finish("production", DEPLOY);

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.FAILURE);
        assertThat(bed.environment("production").detail()).contains("it answered 500");
    }

    @Test
    void variablesOfTheEnvironmentWinOverThoseOfTheConfig() throws Exception {
        bed.working();
        bed.sources.branch("main", """
                variables:
                  GREETING: {phases: [run], value: from the config}
                  COLOUR: {phases: [run], value: blue}
                """);
        bed.set("production", "GREETING", "from the environment", false, Phase.RUN);

        bed.finish("production", DEPLOY);

        assertThat(bed.target.variables("production"))
                .containsEntry("GREETING", "from the environment")
                .containsEntry("COLOUR", "blue")
                .containsEntry("HADES_RELEASE", "1");
    }

    @Test
    void aMissingRequiredVariableIsToldBeforeAnythingIsBuilt() throws Exception {
        bed.working();
        bed.sources.branch("main", "variables: {KEY: {required: true}}");

        Operation operation = bed.finish("production", DEPLOY);

        assertThat(operation.outcome()).contains("requires a value of KEY").contains("hades env set KEY=");
        assertThat(bed.target.built).isEmpty();
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.DEFINED);
    }

    @Test
    void aSecretNeverStandsInTheLog() throws Exception {
        bed.working();
        bed.sources.branch("hunter2secret", "run: {port: 80}");
        bed.set("production", "PASSWORD", "hunter2secret", true, Phase.RUN);

        Operation operation = bed.finish("production", OperationRequest.deploy("hunter2secret"));

        assertThat(bed.log(operation.id())).contains("shipped sha256:").doesNotContain("built hunter2secret");
    }

    @Test
    void aRollbackGoesBackToTheReleaseThatServedBeforeWithItsVariables() throws Exception {
        bed.working();
        bed.set("production", "GREETING", "one", false, Phase.RUN);
        bed.finish("production", DEPLOY);
        bed.sources.branch("bad", "run: {port: 80}");
        bed.target.broken.add("bad");
        bed.finish("production", OperationRequest.deploy("bad"));
        bed.set("production", "GREETING", "two", false, Phase.RUN);
        bed.finish("production", OperationRequest.of(OperationKind.REDEPLOY));

        Operation operation = bed.finish("production", OperationRequest.of(OperationKind.ROLLBACK));

        assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.environment("production").release()).isEqualTo(1);
        assertThat(bed.target.variables("production")).containsEntry("GREETING", "one");
    }

    @Test
    void aCancelledOperationEndsAndWhatServedServesOn() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.target.hold();
        Operation operation = bed.submit("production", OperationRequest.of(OperationKind.RESTART));
        bed.target.awaitHeld();

        bed.engine().cancel(operation.id(), "berta");

        Operation ended = bed.engine().await(operation.id(), Duration.ofSeconds(20));
        assertThat(ended.status()).isEqualTo(OperationStatus.CANCELLED);
        assertThat(ended.outcome()).isEqualTo("Cancelled by berta.");
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
    }

    @Test
    void anOperationThatTakesTooLongIsGivenUp() throws Exception {
        bed.working();
        bed.target.hold();

        Operation operation = bed.finish("production", DEPLOY.withConfig(Optional.empty(), Duration.ofMillis(300)));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome()).contains("longer than");
    }

    @Test
    void aNewerDeploymentTakesThePlaceOfOneThatWaits() throws Exception {
        bed.working();
        CountDownLatch gate = bed.target.hold();
        Operation running = bed.submit("production", DEPLOY);
        bed.target.awaitHeld();

        Operation waiting = bed.submit("production", DEPLOY);
        Operation newest = bed.submit("production", DEPLOY);
        gate.countDown();

        assertThat(bed.engine().await(newest.id(), Duration.ofSeconds(20)).status())
                .isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.engine().operation(running.id()).status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.engine().operation(waiting.id()).status()).isEqualTo(OperationStatus.SUPERSEDED);
    }

    @Test
    void theJobOfABranchThatTheEnvironmentDoesNotAdmitIsRefused() throws Exception {
        bed.working();
        bed.sources.branch("main", "environments: {production: {branches: [main]}}");
        bed.sources.branch("feature", "environments: {production: {branches: [feature]}}");

        Operation operation =
                bed.finish("production", OperationRequest.deploy("feature").fromBranchJob(Optional.of("feature")));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome()).contains("admits only [main]");
    }

    @Test
    void anEnvironmentDoesNotMoveToAnotherServerUnasked() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.servers.add(FakeServers.spec("beta", ServerRole.DEPLOY));

        Operation operation = bed.finish("production", DEPLOY.withServers(Optional.empty(), Optional.of("beta")));

        assertThat(operation.outcome()).contains("it runs on server alpha");
    }

    @Test
    void anArchivedEnvironmentIsRestoredWithItsLastRelease() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.finish("production", OperationRequest.of(OperationKind.ARCHIVE));
        assertThat(bed.target.environments()).isEmpty();
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.ARCHIVED);

        bed.finish("production", OperationRequest.of(OperationKind.RESTORE));

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.target.serving.get("production").release()).isEqualTo(1);
    }

    @Test
    void aFailedDeploymentToAnArchivedEnvironmentStartsNothing() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.finish("production", OperationRequest.of(OperationKind.ARCHIVE));
        bed.sources.branch("bad", "run: {port: 80}");
        bed.target.broken.add("bad");

        Operation operation = bed.finish("production", OperationRequest.deploy("bad"));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(bed.target.environments()).isEmpty();
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.FAILURE);
        assertThat(bed.environment("production").detail()).contains("it answered 500");
    }

    @Test
    void afterAFirstDeploymentThatFailedTheOtherVerbsSayWhatCanBeDone() throws Exception {
        bed.working();
        bed.target.broken.add("main");
        bed.finish("production", DEPLOY);

        Operation restart = bed.finish("production", OperationRequest.of(OperationKind.RESTART));
        Operation destroy = bed.finish("production", OperationRequest.of(OperationKind.DESTROY));

        assertThat(restart.outcome()).contains("its status is FAILURE").contains("Deploy it, or destroy it");
        assertThat(destroy.status()).isEqualTo(OperationStatus.SUCCEEDED);
    }

    @Test
    void aDestroyedEnvironmentIsGoneAndItsNameIsFree() throws Exception {
        bed.working();
        Operation deployed = bed.finish("production", DEPLOY);

        Operation destroyed = bed.finish("production", OperationRequest.of(OperationKind.DESTROY));

        assertThat(destroyed.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.store
                        .environments()
                        .find(deployed.environmentId())
                        .orElseThrow()
                        .status())
                .isEqualTo(EnvironmentStatus.GONE);
        assertThat(bed.environment("production").id()).isNotEqualTo(deployed.environmentId());
    }
}
