package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TidyingTest {
    @TempDir
    Path folder;

    private EngineBed bed;

    @BeforeEach
    void start() {
        bed = new EngineBed(folder).working();
        bed.sources.branch("main", "environments: {production: {keep: 1}, staging: {keep: 2}}");
        for (String branch : new String[] {"one", "two", "three", "bad"}) {
            bed.sources.branch(branch, "run: {port: 80}");
        }
        bed.target.broken.add("bad");
    }

    @AfterEach
    void end() {
        bed.close();
    }

    @Test
    void theReleaseThatServesAndAsManyBeforeItAsTheConfigSaysAreKept() throws Exception {
        deploy("production", "one");
        deploy("production", "two");
        deploy("production", "three");

        assertThat(bed.target.kept).containsExactlyInAnyOrder("sha256:three", "sha256:two");
    }

    @Test
    void aReleaseThatNeverServedTakesNoPlaceOfOneThatDid() throws Exception {
        deploy("production", "one");
        deploy("production", "two");
        deploy("production", "bad");
        deploy("production", "three");

        assertThat(bed.target.kept).containsExactlyInAnyOrder("sha256:three", "sha256:two");
    }

    @Test
    void whatAnotherEnvironmentOfTheProjectNeedsIsKept() throws Exception {
        deploy("staging", "one");
        deploy("staging", "two");
        deploy("staging", "three");
        deploy("production", "main");

        assertThat(bed.target.kept)
                .containsExactlyInAnyOrder("sha256:main", "sha256:three", "sha256:two", "sha256:one");
    }

    @Test
    void aDeploymentSucceedsThoughTidyingFails() throws Exception {
        bed.target.untidy = true;

        Operation operation = deploy("production", "one");

        assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(bed.log(operation.id()))
                .contains("Old artifacts stay on server alpha for now: Removing images failed: the disk says no");
    }

    @Test
    void nothingIsRemovedWhileSomebodyUsesArtifactsOfTheProject() throws Exception {
        ArtifactUse use = new ArtifactUse();
        UUID project = UUID.randomUUID();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> user = other.submit(() -> {
                ArtifactUse.Hold hold = use.using(project);
                held.countDown();
                enough.await();
                hold.release();
                return true;
            });
            held.await();

            Optional<ArtifactUse.Hold> meanwhile = use.removing(project);
            Optional<ArtifactUse.Hold> elsewhere = use.removing(UUID.randomUUID());
            enough.countDown();
            user.get();
            Optional<ArtifactUse.Hold> afterwards = use.removing(project);

            assertThat(meanwhile).isEmpty();
            assertThat(elsewhere).isPresent();
            assertThat(afterwards).isPresent();
        } finally {
            other.shutdownNow();
        }
    }

    private Operation deploy(String environment, String branch) throws InterruptedException {
        return bed.finish(environment, OperationRequest.deploy(branch));
    }
}
