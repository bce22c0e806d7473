package io.jenkins.plugins.hades.steps.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.steps.HadesDeployStep;
import io.jenkins.plugins.hades.steps.HadesEnvStep;
import io.jenkins.plugins.hades.steps.HadesSetEnvStep;
import io.jenkins.plugins.hades.steps.SecretVariable;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepConfigTester;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepFormHarnessITest {
    @ParameterizedTest
    @ValueSource(strings = {"hadesDeploy", "hadesEnv", "hadesSetEnv"})
    void jenkinsFindsTheStepAndItsHelp(String function, JenkinsRule jenkins) throws Exception {
        StepDescriptor descriptor = StepDescriptor.byFunctionName(function);

        assertThat(descriptor).isNotNull();
        assertThat(jenkins.createWebClient()
                        .goTo(descriptor.getDescriptorUrl() + "/help/environment", null)
                        .getWebResponse()
                        .getContentAsString())
                .containsIgnoringCase("environment");
    }

    @Test
    void hadesDeployComesBackFromItsForm(JenkinsRule jenkins) throws Exception {
        HadesDeployStep step = new HadesDeployStep("staging");
        step.setProject("studio/shop");
        step.setRef("feature/cart");
        step.setBuildServer("builder");
        step.setDeployServer("runner");
        step.setEnv(List.of("GREETING=hello world", "EMPTY="));
        step.setConfig("deploy/hades.yml");
        step.setTimeout(7);

        assertComesBack(jenkins, step);
    }

    @Test
    void whatIsNotGivenStaysSo(JenkinsRule jenkins) throws Exception {
        assertComesBack(jenkins, new HadesDeployStep("staging"));
        assertComesBack(jenkins, new HadesSetEnvStep("staging"));
        assertComesBack(jenkins, new HadesEnvStep("staging"));
    }

    @Test
    void hadesEnvComesBackFromItsForm(JenkinsRule jenkins) throws Exception {
        HadesEnvStep step = new HadesEnvStep("staging");
        step.setProject("studio/shop");

        assertComesBack(jenkins, step);
    }

    @Test
    void hadesSetEnvComesBackFromItsForm(JenkinsRule jenkins) throws Exception {
        HadesSetEnvStep step = new HadesSetEnvStep("staging");
        step.setProject("studio/shop");
        step.setSet(List.of("GREETING=hello world"));
        step.setUnset(List.of("OLD", "OLDER"));
        step.setSecret(List.of(new SecretVariable("TOKEN", "token-of-shop")));
        step.setBuild(true);

        assertComesBack(jenkins, step);
    }

    private static void assertComesBack(JenkinsRule jenkins, Step step) throws Exception {
        assertThat(new StepConfigTester(jenkins).configRoundTrip(step))
                .isNotSameAs(step)
                .usingRecursiveComparison()
                .isEqualTo(step);
    }
}
