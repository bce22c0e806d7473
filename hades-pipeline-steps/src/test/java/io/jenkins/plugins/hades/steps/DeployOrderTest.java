package io.jenkins.plugins.hades.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The arguments of hadesDeploy, and what is asked of the engine by them. */
class DeployOrderTest {
    @Test
    void whatIsNotGivenIsLeftToTheEngine() {
        DeployOrder order = new DeployOrder(new HadesDeployStep("production"));

        OperationRequest request = order.request(Optional.empty(), List.of(), Optional.empty());

        assertThat(request.kind()).isEqualTo(OperationKind.DEPLOY);
        assertThat(request.ref()).isEmpty();
        assertThat(request.buildServer()).isEmpty();
        assertThat(request.deployServer()).isEmpty();
        assertThat(request.config()).isEmpty();
        assertThat(request.branchJob()).isEmpty();
        assertThat(request.timeout()).isEqualTo(OperationRequest.DEFAULT_TIMEOUT);
        assertThat(order.project()).isEmpty();
        assertThat(order.env()).isEmpty();
    }

    @Test
    void everythingThatIsGivenIsAskedFor() throws Exception {
        DeployOrder order = kept(new DeployOrder(step()));

        OperationRequest request = order.request(Optional.of("feature-x"), List.of("A"), Optional.empty());

        assertThat(order.project()).contains("shop");
        assertThat(order.environment()).isEqualTo("production");
        assertThat(order.env()).containsExactly("A=1");
        assertThat(request.ref()).contains("v1.2");
        assertThat(request.buildServer()).contains("builder");
        assertThat(request.deployServer()).contains("web-1");
        assertThat(request.config()).contains("deploy/hades.yml");
        assertThat(request.branchJob()).contains("feature-x");
        assertThat(request.timeout()).isEqualTo(Duration.ofMinutes(30));
        assertThat(request.variables()).containsExactly("A");
    }

    @Test
    void blankArgumentsAreNotGiven() {
        HadesDeployStep step = new HadesDeployStep(" production ");
        step.setRef(" ");
        step.setBuildServer("");
        step.setEnv(List.of());

        assertThat(step.getEnvironment()).isEqualTo("production");
        assertThat(step.getRef()).isNull();
        assertThat(step.getBuildServer()).isNull();
        assertThat(step.getEnv()).isNull();
    }

    @Test
    void aNegativeTimeIsRefused() {
        HadesDeployStep step = new HadesDeployStep("production");
        step.setTimeout(-1);

        assertThatThrownBy(() -> new DeployOrder(step).request(Optional.empty(), List.of(), Optional.empty()))
                .isInstanceOf(HadesException.class)
                .hasMessageContaining("the timeout is -1");
    }

    @Test
    void whatWasUploadedFromTheWorkspaceIsDeployed() throws Exception {
        HadesDeployStep step = new HadesDeployStep("production");
        step.setArchive("dist/app.tar.gz");
        DeployOrder order = kept(new DeployOrder(step));
        String digest = "a".repeat(64);

        assertThat(order.fromWorkspace()).isTrue();
        assertThat(order.archive()).contains("dist/app.tar.gz");
        assertThat(order.request(Optional.empty(), List.of(), Optional.of(digest))
                        .archive())
                .contains(digest);
    }

    @Test
    void oneSourceIsEnough() {
        HadesDeployStep step = new HadesDeployStep("production");
        step.setWorkspace(true);
        new DeployOrder(step).check();
        step.setRef("main");

        assertThatThrownBy(() -> new DeployOrder(step).check())
                .hasMessageContaining("more than one of ref, archive and workspace is given");
    }

    private static HadesDeployStep step() {
        HadesDeployStep step = new HadesDeployStep("production");
        step.setProject("shop");
        step.setRef("v1.2");
        step.setBuildServer("builder");
        step.setDeployServer("web-1");
        step.setEnv(List.of("A=1"));
        step.setConfig("deploy/hades.yml");
        step.setTimeout(30);
        return step;
    }

    /** As it comes back from the state of a Pipeline. */
    private static DeployOrder kept(DeployOrder order) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(order);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (DeployOrder) in.readObject();
        }
    }
}
