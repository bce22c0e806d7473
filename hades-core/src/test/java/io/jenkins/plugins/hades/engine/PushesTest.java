package io.jenkins.plugins.hades.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.model.PushCause;
import io.jenkins.plugins.hades.model.PushRule;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.store.AuditQuery;
import io.jenkins.plugins.hades.trigger.Triggers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pushes, on a real store and a real engine. */
class PushesTest {
    private static final String MAIN = "refs/heads/main";
    private static final String CONFIG = """
            run: {port: 80}
            environments:
              production: {branches: main, tags: "v*", deploy-on-push: tags}
              staging: {branches: main, deploy-on-push: branches}
              manual: {branches: main}
            """;

    @TempDir
    Path folder;

    private EngineBed bed;
    private Triggers triggers;
    private int deliveries;

    @BeforeEach
    void start() {
        bed = new EngineBed(folder);
        bed.sources.branch("main", CONFIG);
        bed.working();
        triggers = new Triggers(bed.engine());
        triggers.start();
    }

    @AfterEach
    void end() {
        triggers.close();
        bed.close();
    }

    @Test
    void aPushToABranchDeploysTheEnvironmentsThatItsConfigNames() throws Exception {
        bed.sources.push("main", "c0ffee1", "Second");

        AuditRecord record = outcome(push(MAIN));
        Operation operation = ended("staging");

        assertThat(operation.status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(operation.actor()).isEqualTo("trigger:push");
        assertThat(operation.origin()).isEqualTo("push delivery-1");
        assertThat(operation.push()).contains(new PushCause("delivery-1", "anna", MAIN, "c0ffee1"));
        assertThat(revision("staging")).returns("main", Revision.Git::ref).returns("c0ffee1", Revision.Git::commit);
        assertThat(bed.store.environments().list(bed.project.id())).hasSize(1);
        assertThat(record.action()).isEqualTo("push.deploy");
        assertThat(record.actor()).isEqualTo("trigger:push");
        assertThat(record.project()).isEqualTo("shop");
        assertThat(record.environment()).isEqualTo("staging");
        assertThat(record.detail())
                .isEqualTo("Push of branch main by anna: operation " + operation.id() + " deploys commit c0ffee1");
        assertThat(bed.store.pushes().rules(List.of(operation.environmentId())))
                .containsValue(new PushRule(List.of("main"), List.of()));
    }

    @Test
    void aTagThatFitsDeploysAndAnotherDoesNot() throws Exception {
        bed.sources.push("v1", "c0ffee1", "Release [skip ci]");
        bed.sources.push("nightly", "c0ffee2", "Night");

        assertThat(outcome(push("refs/tags/v1")).action()).isEqualTo("push.deploy");
        assertThat(ended("production").status()).isEqualTo(OperationStatus.SUCCEEDED);
        assertThat(revision("production")).returns("v1", Revision.Git::ref).returns("c0ffee1", Revision.Git::commit);
        assertThat(outcome(push("refs/tags/nightly")))
                .returns("push.pass", AuditRecord::action)
                .returns(
                        "Push of tag nightly by anna: no environment is deployed by it; production is by tags [v*];"
                                + " staging is by branches [main]",
                        AuditRecord::detail);
    }

    @Test
    void aBranchThatNoEnvironmentNamesIsRecordedAndNothingElse() {
        bed.sources.push("feature", "c0ffee1", "Try");

        assertThat(outcome(push("refs/heads/feature")).detail()).contains("no environment is deployed by it");
        assertThat(bed.store.environments().list(bed.project.id())).isEmpty();
    }

    @Test
    void theConfigOfThePushedBranchDoesNotCount() {
        bed.sources.branch("feature", CONFIG.replace("main", "feature"));

        assertThat(outcome(push("refs/heads/feature")).action()).isEqualTo("push.pass");
    }

    @Test
    void aMarkInTheMessageOfTheLastCommitIsHeeded() {
        bed.sources.push("main", "c0ffee1", "Typo\n\n[skip deploy]");

        assertThat(outcome(push(MAIN)).detail())
                .isEqualTo("Push of branch main by anna: the message of commit c0ffee1 says [skip deploy];"
                        + " not deployed: staging");
    }

    @Test
    void aDeletedBranchAndAForcedPushAreRecordedAsSuch() {
        assertThat(outcome(new Push("d-1", List.of(), List.of(bed.project.id()), MAIN, true, false, 0, ""))
                        .detail())
                .isEqualTo("Push of branch main: it was deleted; nothing is deployed, and what runs goes on");
        assertThat(outcome(new Push("d-2", List.of(), List.of(bed.project.id()), MAIN, false, true, 2048, "bob"))
                        .detail())
                .startsWith("Forced push of branch main (2048 commits) by bob: operation ");
    }

    @Test
    void aPushToARepositoryOfNoProjectIsRecorded() {
        Push push = new Push("d-1", List.of("https://example.org/o.git"), List.of(), MAIN, false, false, 1, "");

        assertThat(outcome(push))
                .returns(Optional.empty(), AuditRecord::projectId)
                .returns("Push of branch main: no project has this repository", AuditRecord::detail);
    }

    @Test
    void tenPushesDuringADeploymentLeadToOneMore() throws Exception {
        CountDownLatch gate = bed.target.hold();
        bed.sources.push("main", "c0ffee0", "First");
        outcome(push(MAIN));
        bed.target.awaitHeld();

        for (int i = 1; i <= 10; i++) {
            bed.sources.push("main", "c0ffee" + i, "Another");
            outcome(push(MAIN));
        }
        gate.countDown();
        await().until(() -> bed.store.operations().open().isEmpty());

        List<Operation> operations = bed.store.operations().list(Optional.empty(), 0, 50);
        assertThat(operations).hasSize(11);
        assertThat(operations)
                .filteredOn(operation -> operation.status() == OperationStatus.SUCCEEDED)
                .extracting(operation -> operation.push().orElseThrow().commit())
                .containsExactly("c0ffee10", "c0ffee0");
        assertThat(operations)
                .filteredOn(operation -> operation.status() == OperationStatus.SUPERSEDED)
                .hasSize(9);
    }

    @Test
    void aCommitThatRunsOrIsUnderWayIsNotDeployedAgain() throws Exception {
        CountDownLatch gate = bed.target.hold();
        outcome(push(MAIN));
        bed.target.awaitHeld();

        assertThat(outcome(push(MAIN)).detail()).contains("operation 1 by push delivery-1 deploys commit main already");
        gate.countDown();
        ended("staging");
        assertThat(outcome(push(MAIN)).detail()).endsWith("commit main runs there already");
        assertThat(bed.store.operations().list(Optional.empty(), 0, 50)).hasSize(1);
    }

    @Test
    void anArchivedEnvironmentStaysArchived() throws Exception {
        outcome(push(MAIN));
        ended("staging");
        bed.finish("staging", OperationRequest.of(OperationKind.ARCHIVE));
        bed.sources.push("main", "c0ffee1", "Second");

        assertThat(outcome(push(MAIN)).detail()).endsWith("the environment is archived, and stays so");
    }

    @Test
    void aDeploymentWhosePushTheConfigNoLongerNamesIsRefusedWhenItsTurnComes() throws Exception {
        CountDownLatch gate = bed.target.hold();
        outcome(push(MAIN));
        bed.target.awaitHeld();
        bed.sources.push("main", "c0ffee1", "Second");
        outcome(push(MAIN));
        bed.sources.branch("main", "run: {port: 80}");
        gate.countDown();

        Operation operation = bed.engine().await(2, Duration.ofSeconds(20));
        assertThat(operation.status()).isEqualTo(OperationStatus.FAILED);
        assertThat(operation.outcome()).contains("no longer says that such a push deploys it");
    }

    @Test
    void whatCannotBeLookedUpIsRecordedAndMayBeSentAgain() {
        Push push = push("refs/heads/late");

        assertThat(outcome(push))
                .returns("push.fail", AuditRecord::action)
                .satisfies(record -> assertThat(record.detail()).contains("there is no such reference"));
        await().until(() -> {
            bed.sources.push("late", "c0ffee1", "Late");
            return triggers.receive(push);
        });
    }

    @Test
    void whatADeadProcessDidNotComeToIsDoneByTheNext() throws Exception {
        Triggers dead = new Triggers(bed.engine());
        assertThat(dead.receive(push(MAIN))).isTrue();
        dead.close();

        try (Triggers next = new Triggers(bed.engine())) {
            next.start();
            assertThat(ended("staging").push()).isPresent();
        }
    }

    private Push push(String ref) {
        return new Push(
                "delivery-" + ++deliveries,
                List.of("git@example.org:shop.git"),
                List.of(),
                ref,
                false,
                false,
                1,
                "anna");
    }

    /** Takes a delivery, and waits for what becomes of it. */
    private AuditRecord outcome(Push push) {
        assertThat(triggers.receive(push)).isTrue();
        return await().until(
                        () -> audit().stream()
                                .filter(record -> record.origin().equals("push " + push.delivery()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private List<AuditRecord> audit() {
        return bed.store
                .audit()
                .list(new AuditQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Triggers.ACTOR),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        100));
    }

    private Operation ended(String environment) throws InterruptedException {
        Operation last = await().until(
                        () -> bed
                                .store
                                .operations()
                                .list(Optional.of(bed.environment(environment).id()), 0, 1)
                                .stream()
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        return bed.engine().await(last.id(), Duration.ofSeconds(20));
    }

    private Revision.Git revision(String environment) {
        Release release = bed.store
                .releases()
                .find(
                        bed.environment(environment).id(),
                        bed.environment(environment).release())
                .orElseThrow();
        return (Revision.Git) release.revision();
    }
}
