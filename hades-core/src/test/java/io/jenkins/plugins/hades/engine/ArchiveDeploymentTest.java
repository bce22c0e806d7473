package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Upload;
import io.jenkins.plugins.hades.source.Packed;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveDeploymentTest {
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
    void aReleaseSaysFromWhichArchiveItWasMade() throws Exception {
        Upload upload = upload("one");

        Operation operation = bed.finish("production", deploy(upload));

        assertThat(operation.outcome())
                .isEqualTo("Release 1 (app.tar@" + upload.id().substring(0, 10) + ") serves at http://production.");
        assertThat(release(1).revision()).isEqualTo(upload.revision());
        assertThat(bed.log(operation.id())).contains("Archive app.tar, sha256:" + upload.id());
        assertThat(bed.store.operations().steps(operation.id()))
                .extracting(OperationStep::name)
                .containsExactly("Fetch source", "Build", "Ship", "Run release 1");
    }

    @Test
    void theConfigOfTheArchiveDecidesHowItRunsButNotWhatIsTrusted() throws Exception {
        Upload upload = bed.engine()
                .upload(
                        bed.project.id(),
                        "app.tar",
                        "anna",
                        new ByteArrayInputStream(Packed.tar(
                                "hades.yml",
                                "run: {port: 81, privileged: true}\nenvironments: {production: {keep: 9}}")));

        Operation operation = bed.finish("production", deploy(upload));

        assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(release(1).settings().toString()).contains("81");
        assertThat(bed.log(operation.id()))
                .contains("environments.production differs in this revision; the one of the trusted config counts.")
                .contains("privileged");
        assertThat(release(1).settings().at("/run/privileged").asBoolean()).isFalse();
    }

    @Test
    void aRedeploymentTakesTheArchiveWithTheVariablesOfNow() throws Exception {
        Upload upload = upload("one");
        bed.finish("production", deploy(upload));
        bed.set("production", "COLOUR", "red", false, Phase.RUN);

        Operation operation = bed.finish("production", OperationRequest.of(OperationKind.REDEPLOY));

        assertThat(operation.status()).as(operation.outcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(release(2).revision()).isEqualTo(upload.revision());
        assertThat(release(2).variables()).hasSize(1);
    }

    @Test
    void aRollbackNeedsNoArchiveAndARedeploymentAfterItHasIt() throws Exception {
        Upload first = upload("one");
        bed.finish("production", deploy(first));
        bed.finish("production", deploy(upload("two")));

        bed.finish("production", OperationRequest.rollback(1));
        Operation again = bed.finish("production", OperationRequest.of(OperationKind.REDEPLOY));

        assertThat(again.status()).as(again.outcome()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(release(3).revision()).isEqualTo(first.revision());
    }

    @Test
    void aRedeploymentWhoseArchiveIsGoneSaysSo() throws Exception {
        Upload upload = upload("one");
        bed.finish("production", deploy(upload));
        bed.uploads.removeAll(bed.project.id());

        Operation operation = bed.finish("production", OperationRequest.of(OperationKind.REDEPLOY));

        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome())
                .contains("sha256:" + upload.id())
                .contains("is not kept any more")
                .contains("Upload it, and deploy that");
        assertThat(bed.log(operation.id())).contains("Release 1 was made from the archive app.tar");
        assertThat(bed.environment("production").release()).isEqualTo(1);
    }

    @Test
    void whatIsNotKeptIsNotEvenQueued() {
        assertThatThrownBy(() -> bed.submit(
                        "production", OperationRequest.of(OperationKind.DEPLOY).withArchive("0".repeat(64))))
                .hasMessageContaining("is not kept any more");
        assertThat(bed.store.operations().open()).isEmpty();
    }

    @Test
    void anOperationThatLostItsProcessIsDoneAgainFromTheSameArchive() throws Exception {
        Upload upload = upload("one");
        bed.target.hold();
        Operation operation = bed.submit("production", deploy(upload));
        bed.target.awaitHeld();

        bed.nextProcess("second");

        assertThat(bed.uploads.find(
                        bed.project.id(), operation.request().archive().orElseThrow()))
                .isPresent();
    }

    @Test
    void theNextProcessRemovesTheArchivesOfProjectsThatAreGone() throws Exception {
        UUID gone = UUID.randomUUID();
        bed.uploads.receive(gone, "app.tar", "anna", new ByteArrayInputStream(Packed.tar("a", "x")));
        Upload upload = upload("one");

        bed.nextProcess("second");

        assertThat(bed.uploads.projects()).containsExactly(bed.project.id());
        assertThat(bed.uploads.list(bed.project.id())).containsExactly(upload);
    }

    private Upload upload(String content) {
        return bed.engine()
                .upload(
                        bed.project.id(),
                        "app.tar",
                        "anna",
                        new ByteArrayInputStream(Packed.tar("hades.yml", "run: {port: 80}", "file", content)));
    }

    private static OperationRequest deploy(Upload upload) {
        return OperationRequest.of(OperationKind.DEPLOY).withArchive(upload.id());
    }

    private Release release(int number) {
        return bed.store
                .releases()
                .find(bed.environment("production").id(), number)
                .orElseThrow();
    }
}
