package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.store.ReleaseStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an operation whose process died. */
class RecoveryTest {
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
    void aProcessThatDiedInTheMiddleOfAChangeLeavesNothingPending() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.target.hold();
        Operation operation = bed.submit("production", OperationRequest.of(OperationKind.RESTART));
        bed.target.awaitHeld();
        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.UPDATE_PENDING);

        assertThat(bed.nextProcess("second")).singleElement().asString().contains("Lost with its process");

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.engine().operation(operation.id()).status()).isEqualTo(OperationStatus.LOST);
        assertThat(bed.hosts.ended).contains(operation.token());
    }

    @Test
    void anOperationThatHadChangedNothingWhenItsProcessDiedIsDoneByTheNextOne() throws Exception {
        Operation operation = bed.submit("production", DEPLOY);
        bed.store.operations().claim("first");

        assertThat(bed.nextProcess("second")).singleElement().asString().contains("waits in the queue again");

        bed.working();
        assertThat(bed.engine().await(operation.id(), Duration.ofSeconds(20)).status())
                .isEqualTo(OperationStatus.SUCCEEDED);
    }

    @Test
    void anOperationWhoseReleaseServesHadSucceededWhenItsProcessDied() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.nextProcess("second");
        Operation operation = bed.submit("production", DEPLOY);
        bed.store.operations().claim("second");
        Release release = record(operation);
        bed.store.environments().serving(operation.environmentId(), release.number(), "http://production");

        assertThat(bed.nextProcess("third")).singleElement().asString().contains("Release 2 serves");

        assertThat(bed.engine().operation(operation.id()).status()).isEqualTo(OperationStatus.SUCCEEDED);
    }

    @Test
    void aReleaseThatHadProvedHealthyWhenItsProcessDiedIsGoneOnWith() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.nextProcess("second");
        Operation operation = bed.submit("production", DEPLOY);
        bed.store.operations().claim("second");
        bed.target.proved = record(operation).number();
        pending(operation, EnvironmentStatus.UPDATE_PENDING);

        assertThat(bed.nextProcess("third")).singleElement().asString().contains("Release 2 serves");

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.target.serving.get("production").release()).isEqualTo(2);
        assertThat(bed.engine().operation(operation.id()).status()).isEqualTo(OperationStatus.SUCCEEDED);
    }

    @Test
    void whatWasHalfMadeOfAFirstReleaseWhenItsProcessDiedIsRemoved() throws Exception {
        bed.working();
        bed.finish("other", DEPLOY);
        bed.nextProcess("second");
        Operation operation = bed.submit("production", DEPLOY);
        bed.store.operations().claim("second");
        record(operation);
        bed.target.halfMade.add("production");
        pending(operation, EnvironmentStatus.CREATE_PENDING);

        assertThat(bed.nextProcess("third")).singleElement().asString().contains("Lost with its process");

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.FAILURE);
        assertThat(bed.target.halfMade).isEmpty();
    }

    @Test
    void whatWasHalfMadeBesideTheReleaseThatServesIsRemoved() throws Exception {
        bed.working();
        bed.finish("production", DEPLOY);
        bed.nextProcess("second");
        Operation operation = bed.submit("production", DEPLOY);
        bed.store.operations().claim("second");
        record(operation);
        bed.target.halfMade.add("production");
        pending(operation, EnvironmentStatus.UPDATE_PENDING);

        assertThat(bed.nextProcess("third")).singleElement().asString().contains("its release 1");

        assertThat(bed.environment("production").status()).isEqualTo(EnvironmentStatus.RUNNING);
        assertThat(bed.target.serving.get("production").release()).isEqualTo(1);
        assertThat(bed.target.halfMade).isEmpty();
    }

    /** A release of an operation, made as the first one of all was. */
    private Release record(Operation operation) {
        Environment any = bed.store.environments().list(bed.project.id()).stream()
                .filter(environment -> environment.release() > 0)
                .findFirst()
                .orElseThrow();
        Release first = bed.store.releases().find(any.id(), 1).orElseThrow();
        return bed.store
                .releases()
                .record(new ReleaseStore.Draft(
                        operation.environmentId(),
                        first.revision(),
                        first.artifact(),
                        first.variables(),
                        first.target(),
                        first.settings(),
                        first.buildServer(),
                        first.deployServer(),
                        operation.id()));
    }

    private void pending(Operation operation, EnvironmentStatus status) {
        bed.store.environments().transition(operation.environmentId(), status, Optional.empty(), "");
    }
}
