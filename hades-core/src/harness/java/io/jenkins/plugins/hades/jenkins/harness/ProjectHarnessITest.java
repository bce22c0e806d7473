package io.jenkins.plugins.hades.jenkins.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.hades.jenkins.project.EnvironmentSettings;
import io.jenkins.plugins.hades.jenkins.project.ProjectFolderProperty;
import io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty;
import io.jenkins.plugins.hades.jenkins.project.ProjectSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ProjectHarnessITest {
    @Test
    void theProjectOfAJobComesBackFromTheForm(JenkinsRule jenkins) throws Exception {
        SampleConfiguration.create().apply();
        ProjectSettings before = settings();
        FreeStyleProject job = jenkins.createFreeStyleProject("shop");
        job.addProperty(new ProjectJobProperty(before));

        Forms.saveConfiguration(jenkins, job);

        assertMadeAnew(job.getProperty(ProjectJobProperty.class).getSettings(), before);
    }

    @Test
    void theProjectOfAFolderComesBackFromTheForm(JenkinsRule jenkins) throws Exception {
        SampleConfiguration.create().apply();
        ProjectSettings before = settings();
        Folder folder = jenkins.createProject(Folder.class, "shop");
        folder.addProperty(new ProjectFolderProperty(before));

        Forms.saveConfiguration(jenkins, folder);

        assertMadeAnew(folder.getProperties().get(ProjectFolderProperty.class).getSettings(), before);
    }

    @Test
    void anItemWithoutAProjectGetsNoneByItsForm(JenkinsRule jenkins) throws Exception {
        FreeStyleProject job = jenkins.createFreeStyleProject("plain");
        Folder folder = jenkins.createProject(Folder.class, "plain-folder");

        Forms.saveConfiguration(jenkins, job);
        Forms.saveConfiguration(jenkins, folder);

        assertThat(job.getProperty(ProjectJobProperty.class)).isNull();
        assertThat(folder.getProperties().get(ProjectFolderProperty.class)).isNull();
    }

    private static void assertMadeAnew(ProjectSettings after, ProjectSettings before) {
        assertThat(after).isNotSameAs(before).usingRecursiveComparison().isEqualTo(before);
    }

    private static ProjectSettings settings() {
        EnvironmentSettings staging = new EnvironmentSettings("staging");
        staging.setDeployServer("runner");
        ProjectSettings settings = new ProjectSettings("https://git.example.org/shop.git");
        settings.setBranch("trunk");
        settings.setConfig("version: 1\n");
        settings.setBuildServer("builder");
        settings.setDeployServer("runner");
        settings.setEnvironments(List.of(staging));
        return settings;
    }
}
