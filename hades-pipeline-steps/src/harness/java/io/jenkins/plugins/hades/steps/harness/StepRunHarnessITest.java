package io.jenkins.plugins.hades.steps.harness;

import static org.awaitility.Awaitility.await;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty;
import io.jenkins.plugins.hades.jenkins.project.ProjectSettings;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import java.time.Duration;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class StepRunHarnessITest {
    private static final Duration START = Duration.ofMinutes(5);
    private static final String CANARY = "canary-4c1f9be07d";

    @Test
    void aSecretVariableReachesTheBodyAndIsMaskedInTheLog(JenkinsRule jenkins) throws Exception {
        SystemCredentialsProvider provider = SystemCredentialsProvider.getInstance();
        provider.getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.GLOBAL, "token", "", Secret.fromString(CANARY)));
        provider.save();
        WorkflowJob job = bound(jenkins, "shop", """
                hadesSetEnv environment: 'staging', set: [GREETING: 'hello'], secret: [TOKEN: 'token']
                hadesEnv(environment: 'staging') {
                    echo "${env.GREETING}, ${env.TOKEN} of ${env.TOKEN.length()} letters"
                }
                """);

        WorkflowRun run = jenkins.buildAndAssertSuccess(job);

        jenkins.assertLogContains("hello, **** of " + CANARY.length() + " letters", run);
        jenkins.assertLogNotContains(CANARY, run);
    }

    @Test
    void aBuildDoesNotReachTheProjectOfAnotherItem(JenkinsRule jenkins) throws Exception {
        bound(jenkins, "foreign", "echo 'not run'");
        WorkflowJob job = bound(jenkins, "shop", "hadesDeploy environment: 'production', project: 'foreign'");

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("a build reaches only projects bound to its own job or to a folder above it", run);
    }

    @Test
    void aBuildOfAJobWithoutAProjectIsToldHowToBindOne(JenkinsRule jenkins) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, "plain");
        job.setDefinition(new CpsFlowDefinition("hadesDeploy environment: 'production'", true));

        WorkflowRun run = jenkins.buildAndAssertStatus(Result.FAILURE, job);

        jenkins.assertLogContains("no project is bound to the job or to a folder above it", run);
    }

    private static WorkflowJob bound(JenkinsRule jenkins, String name, String script) throws Exception {
        WorkflowJob job = jenkins.createProject(WorkflowJob.class, name);
        job.addProperty(new ProjectJobProperty(new ProjectSettings("https://git.example.org/" + name + ".git")));
        job.setDefinition(new CpsFlowDefinition(script, true));
        await().atMost(START)
                .ignoreException(HadesException.class)
                .until(() -> HadesService.get().engine() != null);
        return job;
    }
}
