package io.jenkins.plugins.hades.jenkins.settings;

import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.model.Names;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The part of a server's form that all kinds of servers have. */
public abstract class ServerSettingDescriptor extends Descriptor<ServerSetting> {
    /** Checks that a server may bear the name. */
    @POST
    public FormValidation doCheckName(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        try {
            Names.server(Fields.given(value).orElse(""));
            return FormValidation.ok();
        } catch (HadesException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** Says so when no project may use the server. */
    @POST
    public FormValidation doCheckProjects(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        return Lines.of(value).isEmpty()
                ? FormValidation.warning(Messages.ServerSetting_noProject())
                : FormValidation.ok();
    }

    /** Checks that the folders are absolute paths. */
    @POST
    public FormValidation doCheckMounts(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        return Lines.of(value).stream()
                .filter(folder -> !folder.startsWith("/"))
                .findFirst()
                .map(folder -> FormValidation.error(Messages.ServerSetting_relativeMount(folder)))
                .orElseGet(FormValidation::ok);
    }

    /** Checks that the socket is an absolute path. */
    @POST
    public FormValidation doCheckDockerSocket(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        return Fields.given(value).filter(path -> !path.startsWith("/")).isPresent()
                ? FormValidation.error(Messages.ServerSetting_relativeSocket())
                : FormValidation.ok();
    }
}
