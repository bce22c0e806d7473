package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.ReleaseVariable;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.model.Scope;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class ReleaseStoreContract extends StoreContract {
    ReleaseStoreContract(StoreBed bed) {
        super(bed);
    }

    private static final Revision COMMIT = new Revision.Git(
            "https://git.example/site.git",
            "main",
            "0123456789abcdef0123456789abcdef01234567",
            "Say \"hello\"\u0000\u2028",
            "Ada <ada@example>",
            "");
    private static final Artifact FILES = new Artifact.Files("sha256:ffff", 5_000_000_000L);

    @Test
    void aReleaseIsReadAsItWasRecorded() {
        UUID environment = environment("production").id();
        Operation operation = deploy(environment);
        ReleaseStore.Draft draft = draft(environment, operation, image("key-1"), "build-1");

        Release release = store.releases().record(draft);
        reopen();

        assertThat(store.releases().find(environment, 1)).contains(release);
        assertThat(release)
                .isEqualTo(new Release(
                        environment,
                        1,
                        COMMIT,
                        image("key-1"),
                        draft.variables(),
                        "docker",
                        settings(),
                        "build-1",
                        "deploy-1",
                        operation.id(),
                        clock.instant()));
        assertThat(store.operations().find(operation.id()).orElseThrow().release())
                .hasValue(1);
    }

    @Test
    void releasesOfAnEnvironmentAreNumberedFromOneAndListedNewestFirst() {
        UUID production = environment("production").id();
        UUID staging = environment("staging").id();
        for (int count = 0; count < 3; count++) {
            store.releases().record(draft(production, deploy(production), FILES, "b"));
        }
        store.releases().record(draft(staging, deploy(staging), FILES, "b"));

        assertThat(store.releases().list(production, 2))
                .extracting(Release::number)
                .containsExactly(3, 2);
        assertThat(store.releases().list(staging, 10))
                .extracting(Release::number)
                .containsExactly(1);
        assertThat(store.releases().find(production, 4)).isEmpty();
        assertThat(store.releases().find(production, 3).orElseThrow().artifact())
                .isEqualTo(FILES);
    }

    @Test
    void aReleaseOfAForeignOperationIsRefused() {
        UUID production = environment("production").id();
        Operation foreign = deploy(environment("staging").id());

        assertThatThrownBy(() -> store.releases().record(draft(production, foreign, FILES, "b")))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("no operation " + foreign.id());
        assertThat(store.releases().list(production, 10)).isEmpty();
    }

    private Operation deploy(UUID environment) {
        return store.operations().submit(environment, OperationRequest.deploy("main"), "alice", "cli");
    }

    private static ReleaseStore.Draft draft(UUID environment, Operation operation, Artifact artifact, String server) {
        return new ReleaseStore.Draft(
                environment,
                COMMIT,
                artifact,
                List.of(new ReleaseVariable("COLOUR", Scope.APP, 2), new ReleaseVariable("SIZE", Scope.DEPLOYMENT, 1)),
                "docker",
                settings(),
                server,
                "deploy-1",
                operation.id());
    }

    private static Artifact image(String inputs) {
        return new Artifact.Image(
                "sha256:abcd",
                "hades/site:abcd",
                inputs,
                List.of(new Artifact.Image.Further("tools", "sha256:ef01", "hades/site/tools:abcd")));
    }

    private static JsonNode settings() {
        return JsonNodeFactory.instance.objectNode().put("port", 8080).put("path", "/ready");
    }
}
