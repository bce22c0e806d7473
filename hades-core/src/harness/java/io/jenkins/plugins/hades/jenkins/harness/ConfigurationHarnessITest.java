package io.jenkins.plugins.hades.jenkins.harness;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.PluginWrapper;
import hudson.util.FormValidation;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.hades.jenkins.settings.EmbeddedStore;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.jenkins.settings.HostKeySetting;
import io.jenkins.plugins.hades.jenkins.settings.PinnedHostKeys;
import io.jenkins.plugins.hades.jenkins.settings.ServerSetting;
import io.jenkins.plugins.hades.jenkins.settings.StoreSetting;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@WithJenkins
class ConfigurationHarnessITest {
    @Test
    void thePluginLoadsWithAllThatItNeeds(JenkinsRule jenkins) {
        PluginWrapper plugin = jenkins.jenkins.pluginManager.getPlugin("hades-core");

        assertThat(jenkins.jenkins.pluginManager.getFailedPlugins()).isEmpty();
        assertThat(plugin).isNotNull();
        assertThat(plugin.isActive()).isTrue();
        assertThat(plugin.getDependencyErrors()).isEmpty();
    }

    @Test
    void jenkinsFindsEachKindOfServerHostKeyAndStore(JenkinsRule jenkins) {
        assertThat(names(jenkins, ServerSetting.class)).containsExactly("SshServer", "AgentServer");
        assertThat(names(jenkins, HostKeySetting.class))
                .containsExactly("PinnedHostKeys", "KnownHostsFile", "AcceptFirstHostKey");
        assertThat(names(jenkins, StoreSetting.class)).containsExactly("EmbeddedStore", "PostgresStore");
    }

    @Test
    void whatIsConfiguredComesBackFromTheForm(JenkinsRule jenkins) throws Exception {
        SampleConfiguration sample = SampleConfiguration.create();
        sample.apply();

        Forms.saveConfiguration(jenkins);

        assertThat(SampleConfiguration.current()).usingRecursiveComparison().isEqualTo(sample);
        assertThat(HadesConfiguration.get().getServers().get(0))
                .as("made anew from the form")
                .isNotSameAs(sample.servers().get(0));
        assertThat(HadesConfiguration.get().getStore()).isEqualTo(new EmbeddedStore());
    }

    @Test
    void whatIsExportedAsCodeConfiguresTheSameAgain(JenkinsRule jenkins, @TempDir Path folder) throws Exception {
        SampleConfiguration sample = SampleConfiguration.create();
        sample.apply();
        Path exported = folder.resolve("hades.yaml");

        Files.writeString(exported, exportedPart());
        HadesConfiguration.get().setServers(List.of());
        HadesConfiguration.get().setGitHostKeys("");
        HadesConfiguration.get().setRegistry(null);
        ConfigurationAsCode.get().configure(exported.toString());

        assertThat(SampleConfiguration.current()).usingRecursiveComparison().isEqualTo(sample);
    }

    @Test
    void aHostKeyThatIsNoneIsRefusedInTheForm(JenkinsRule jenkins) {
        PinnedHostKeys.DescriptorImpl descriptor =
                jenkins.jenkins.getDescriptorByType(PinnedHostKeys.DescriptorImpl.class);

        FormValidation answer = descriptor.doCheckKeys("ssh-ed25519 short");

        assertThat(answer.kind).isEqualTo(FormValidation.Kind.ERROR);
    }

    /** Only Hades' part: the rest of Jenkins is not what is tested. */
    private static String exportedPart() throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(all);
        Map<String, Map<String, Object>> read =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(all.toString(StandardCharsets.UTF_8));
        Object hades = read.get("unclassified").get("hades");
        return new Yaml().dump(Map.of("unclassified", Map.of("hades", hades)));
    }

    private static <T extends hudson.model.Describable<T>> List<String> names(JenkinsRule jenkins, Class<T> kind) {
        return jenkins.jenkins.<T, hudson.model.Descriptor<T>>getDescriptorList(kind).stream()
                .map(descriptor -> descriptor.clazz.getSimpleName())
                .toList();
    }
}
