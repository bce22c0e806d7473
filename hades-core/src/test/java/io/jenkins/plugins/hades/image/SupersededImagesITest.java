package io.jenkins.plugins.hades.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.context.TrialContext;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.DockerServers;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.TestHost;
import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.docker.ImageStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SupersededImagesITest {
    private static TestHost server;
    private static DockerServers servers;
    private static DockerEngines engines;

    private final TrialContext context = new TrialContext();
    private final Project project = new Project(UUID.randomUUID(), "shop");
    private final Project other = new Project(UUID.randomUUID(), "other");
    private final Path folder = Testbed.shared().folder("superseded " + UUID.randomUUID());

    @BeforeAll
    static void prepare() {
        Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
        server = Testbed.shared().host("superseded");
        server.docker();
        servers = new DockerServers();
        engines = new DockerEngines();
    }

    @AfterAll
    static void close() {
        engines.close();
        servers.close();
    }

    @Test
    void only_images_of_the_project_that_no_kept_release_needs_are_removed() throws Exception {
        Artifact.Image old = build(project, "old", 1);
        String further = "hades/" + project.id() + "/tools:old";
        docker("tag", "busybox:hades", further);
        Artifact.Image kept = build(project, "kept", 2);
        Artifact.Image foreign = build(other, "old", 3);
        docker("tag", "busybox:hades", "hades/unrelated:old");

        tidy(kept);

        assertThat(there(old.reference())).isFalse();
        assertThat(there(further)).isFalse();
        assertThat(there(kept.reference())).isTrue();
        assertThat(there(foreign.reference())).isTrue();
        assertThat(there("hades/unrelated:old")).isTrue();
        assertThat(there("busybox:hades")).isTrue();
        assertThat(context.lines()).anyMatch(line -> line.contains(old.reference()) && line.startsWith("Removed"));
        long freed = context.lines().stream()
                .filter(line -> line.endsWith(" bytes"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst(".*, (\\d+) bytes$", "$1")))
                .sum();
        // containerd's store keeps a layer twice: as it was packed, and unpacked.
        int copies = ImageStore.chosen() == ImageStore.CONTAINERD ? 2 : 1;
        assertThat(freed).isBetween(copies * 1_000_000L, copies * 1_100_000L);
    }

    @Test
    void an_image_that_a_container_uses_stays_with_its_names_even_when_the_container_is_stopped() throws Exception {
        Artifact.Image used = build(project, "used", 4);
        Artifact.Image free = build(project, "free", 5);
        docker("create", "--name", "uses-" + project.id(), used.reference(), "true");

        tidy();

        assertThat(there(used.reference())).isTrue();
        assertThat(there(free.reference())).isFalse();
        docker("rm", "uses-" + project.id());
        tidy();
        assertThat(there(used.reference())).isFalse();
    }

    @Test
    void where_nothing_is_superseded_nothing_is_done_or_said() throws Exception {
        Artifact.Image kept = build(project, "kept", 6);
        int lines = context.lines().size();

        tidy(kept);

        assertThat(there(kept.reference())).isTrue();
        assertThat(context.lines()).hasSize(lines);
    }

    private void tidy(Artifact... kept) throws InterruptedException {
        new ImageArtifacts(engines, Optional.empty(), SecretFingerprint.keyed(new byte[32]))
                .tidy(project, List.of(kept), servers.of(server), context);
    }

    private Artifact.Image build(Project owner, String key, long seed) throws IOException {
        byte[] content = new byte[1_000_000];
        new Random(seed).nextBytes(content);
        Files.write(folder.resolve("content"), content);
        Files.writeString(folder.resolve("Dockerfile"), "FROM busybox:hades\nCOPY content /content\n");
        String reference = "hades/" + owner.id() + ":" + key;
        server.docker()
                .docker("build", "--tag", reference, folder.toString())
                .withEnvironment(Map.of("DOCKER_BUILDKIT", "0"))
                .run()
                .orFail();
        return new Artifact.Image(docker("image", "inspect", "--format", "{{.Id}}", reference), reference, key);
    }

    private static boolean there(String image) {
        return server.docker().docker("image", "inspect", image).run().exit() == 0;
    }

    private static String docker(String... words) {
        return server.docker().docker(words).run().orFail().text();
    }
}
