package io.jenkins.plugins.hades.jenkins.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty;
import io.jenkins.plugins.hades.jenkins.project.ProjectRecords;
import io.jenkins.plugins.hades.jenkins.project.ProjectSettings;
import io.jenkins.plugins.hades.jenkins.service.HadesService;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;

class RestartHarnessITest {
    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @Test
    void aRestartKeepsTheConfigurationAndTheRecords() throws Throwable {
        SampleConfiguration sample = SampleConfiguration.create();
        AtomicReference<UUID> recorded = new AtomicReference<>();

        sessions.then(jenkins -> {
            sample.apply();
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "shop");
            job.addProperty(new ProjectJobProperty(new ProjectSettings("https://git.example.org/shop.git")));
            recorded.set(record(jenkins));
        });

        sessions.then(jenkins -> {
            assertThat(SampleConfiguration.current()).usingRecursiveComparison().isEqualTo(sample);
            assertThat(HadesService.get().engine().store().projects().find(recorded.get()))
                    .isPresent();
            assertThat(record(jenkins)).isEqualTo(recorded.get());
        });
    }

    private static UUID record(JenkinsRule jenkins) throws InterruptedException {
        WorkflowJob job = jenkins.jenkins.getItemByFullName("shop", WorkflowJob.class);
        return ProjectRecords.record(
                        HadesService.get().engine(), BoundProject.of(job).orElseThrow())
                .id();
    }
}
