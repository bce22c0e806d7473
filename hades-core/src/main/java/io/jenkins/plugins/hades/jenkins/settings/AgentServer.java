package io.jenkins.plugins.hades.jenkins.settings;

import hudson.Extension;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.agent.AgentAddresses;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.ssh.SshAddress;
import java.util.Optional;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An SSH build agent of Jenkins as a server: host, port, login and host keys are those of its launcher. */
public final class AgentServer extends ServerSetting {
    private final String agent;

    /**
     * @param name the name by which projects refer to it
     * @param agent the name of the agent in Jenkins
     */
    @DataBoundConstructor
    public AgentServer(String name, String agent) {
        super(name);
        this.agent = Fields.given(agent).orElse("");
    }

    @Override
    protected SshAddress address() {
        return AgentAddresses.of(agent);
    }

    @Override
    protected Optional<String> throughServer() {
        return Optional.empty();
    }

    /** The name of the agent in Jenkins. */
    public String getAgent() {
        return agent;
    }

    /** Its form. */
    @Extension(ordinal = 1)
    @Symbol("agent")
    public static final class DescriptorImpl extends ServerSettingDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.AgentServer_displayName();
        }

        /** Offers the agents that are launched over SSH. */
        @POST
        public ListBoxModel doFillAgentItems(@QueryParameter String agent) {
            ListBoxModel choices = new ListBoxModel();
            if (RunningJenkins.isAdministrator()) {
                AgentAddresses.names().forEach(choices::add);
            }
            if (Fields.given(agent).isPresent() && choices.stream().noneMatch(choice -> choice.value.equals(agent))) {
                choices.add(agent);
            }
            return choices;
        }

        /** Checks that the agent's launcher says all that is needed. */
        @POST
        public FormValidation doCheckAgent(@QueryParameter String value) {
            RunningJenkins.requireAdministrator();
            try {
                SshAddress address = AgentAddresses.of(Fields.given(value).orElse(""));
                return FormValidation.ok(
                        Messages.AgentServer_address(address.user(), address.host(), Integer.toString(address.port())));
            } catch (HadesException e) {
                return FormValidation.error(e.getMessage());
            }
        }
    }
}
