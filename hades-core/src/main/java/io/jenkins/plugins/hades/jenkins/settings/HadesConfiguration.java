package io.jenkins.plugins.hades.jenkins.settings;

import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.util.FormValidation;
import io.jenkins.plugins.hades.config.schema.Sizes;
import io.jenkins.plugins.hades.engine.Directory;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/** What is configured of Hades for the whole controller: servers, host keys of Git hosts, the store. Thread-safe. */
@Extension
@Symbol("hades")
public final class HadesConfiguration extends GlobalConfiguration {
    private static final int LONGEST_AUDIT_DAYS = 36_525;
    private static final int USUAL_AUDIT_DAYS = Math.toIntExact(Directory.AUDIT_KEPT.toDays());

    private volatile List<ServerSetting> servers = new ArrayList<>();
    private volatile String gitHostKeys = "";
    private volatile RegistrySetting registry;
    private volatile StoreSetting store = new EmbeddedStore();
    private volatile String archiveSize = Sizes.shown(ArchiveLimits.LARGEST);
    private volatile int auditDays = USUAL_AUDIT_DAYS;

    /** Reads what was saved. */
    public HadesConfiguration() {
        load();
    }

    /** The configuration of this controller. */
    public static HadesConfiguration get() {
        return ExtensionList.lookupSingleton(HadesConfiguration.class);
    }

    /** The servers, in the order in which they were entered. */
    public List<ServerSetting> getServers() {
        return servers;
    }

    /**
     * Replaces the servers.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code BAD_INPUT} when a name cannot be one, or two are the same
     */
    @DataBoundSetter
    public void setServers(List<ServerSetting> servers) {
        this.servers =
                new ArrayList<>(ServerNames.checked(servers)); // of the kind that Jenkins writes as plain elements
        save();
    }

    /** known_hosts lines of Git hosts that are reached over SSH. */
    public String getGitHostKeys() {
        return gitHostKeys;
    }

    /** Trusts these known_hosts lines for Git hosts. */
    @DataBoundSetter
    public void setGitHostKeys(String gitHostKeys) {
        this.gitHostKeys = Lines.normalized(gitHostKeys);
        save();
    }

    /** The registry by which images are shipped; {@code null} if there is none. */
    public RegistrySetting getRegistry() {
        return registry;
    }

    /** Ships images by this registry from now on. */
    @DataBoundSetter
    public void setRegistry(RegistrySetting registry) {
        this.registry = registry == null || registry.getAddress().isEmpty() ? null : registry;
        save();
    }

    /** Where the records are kept. */
    public StoreSetting getStore() {
        return store;
    }

    /** Keeps the records there from now on. What was recorded elsewhere stays there. */
    @DataBoundSetter
    public void setStore(StoreSetting store) {
        this.store = Optional.ofNullable(store).orElseGet(EmbeddedStore::new);
        save();
    }

    /** How many days the audit keeps its records. */
    public int getAuditDays() {
        return auditDays;
    }

    /** Keeps the audit's records for so many days; for the usual time if that is less than one. */
    @DataBoundSetter
    public void setAuditDays(int auditDays) {
        this.auditDays = auditDays < 1 ? USUAL_AUDIT_DAYS : auditDays;
        save();
    }

    /** The largest archive that may be uploaded: {@code 512m}, {@code 1g}. */
    public String getArchiveSize() {
        return archiveSize;
    }

    /**
     * Takes archives up to this size.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when it is none
     */
    @DataBoundSetter
    public void setArchiveSize(String archiveSize) {
        this.archiveSize = Sizes.shown(ArchiveSize.read(archiveSize));
        save();
    }

    /** What uploaded archives may hold. */
    public ArchiveLimits archiveLimits() {
        return ArchiveLimits.ofSize(ArchiveSize.read(archiveSize));
    }

    /** Checks that it is a size that an archive may have. */
    @POST
    public FormValidation doCheckArchiveSize(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        try {
            ArchiveSize.read(value);
            return FormValidation.ok();
        } catch (HadesException e) {
            return FormValidation.error(e.reason());
        }
    }

    /** Writes the configuration, and lets it hold at once. */
    @Override
    public synchronized void save() {
        if (!BulkChange.contains(this)) {
            super.save();
            ExtensionList.lookup(ConfigurationListener.class).forEach(ConfigurationListener::configurationChanged);
        }
    }

    @Override
    public boolean configure(StaplerRequest2 request, JSONObject form) throws FormException {
        List<ServerSetting> before = servers;
        try (BulkChange change = new BulkChange(this)) {
            if (!form.has("servers")) {
                servers = new ArrayList<>();
            }
            request.bindJSON(this, form);
            change.commit();
            return true;
        } catch (IOException | RuntimeException e) {
            servers = before;
            throw new FormException(Messages.HadesConfiguration_refused(e.getMessage()), e, "servers");
        }
    }

    /** Checks that the number of days is one. */
    @POST
    public FormValidation doCheckAuditDays(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        return FormValidation.validateIntegerInRange(value, 1, LONGEST_AUDIT_DAYS);
    }

    /** Checks that each line is one of a known_hosts file. */
    @POST
    public FormValidation doCheckGitHostKeys(@QueryParameter String value) {
        RunningJenkins.requireAdministrator();
        return HostKeyLines.malformedKnownHost(Lines.of(value))
                .map(line -> FormValidation.error(Messages.HadesConfiguration_malformedKnownHost(line)))
                .orElseGet(FormValidation::ok);
    }
}
