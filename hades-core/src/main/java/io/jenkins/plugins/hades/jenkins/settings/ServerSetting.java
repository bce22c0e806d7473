package io.jenkins.plugins.hades.jenkins.settings;

import hudson.ExtensionPoint;
import hudson.model.Describable;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.form.Lines;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kohsuke.stapler.DataBoundSetter;

/** A server as an administrator registered it: its name, what it may be used for and by whom. How it is reached is its kind's matter. */
public abstract class ServerSetting implements Describable<ServerSetting>, ExtensionPoint {
    private final String name;
    private boolean build;
    private boolean deploy;
    private String projects = "";
    private String mounts = "";
    private boolean privileged;
    private String folder;
    private String dockerSocket;

    /** @param name the name by which projects refer to it */
    protected ServerSetting(String name) {
        this.name = Fields.given(name).orElse("");
    }

    /**
     * Where and as whom to connect. Looks credentials up, but opens none.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code BAD_INPUT} or {@code NOT_FOUND} when what is configured does not suffice
     */
    protected abstract SshAddress address();

    /** The name of the server to go through, if it is not reached directly. */
    protected abstract Optional<String> throughServer();

    /** The engine's word for it. */
    final ServerSpec spec(Optional<ServerSpec> jump) {
        return new ServerSpec(
                name,
                roles(),
                address(),
                jump,
                Lines.of(projects),
                Lines.of(mounts),
                privileged,
                Fields.given(folder).orElse(ServerSpec.DEFAULT_FOLDER),
                Fields.given(dockerSocket).orElse(ServerSpec.DEFAULT_DOCKER_SOCKET));
    }

    /** What it may be used for. */
    public final Set<ServerRole> roles() {
        Set<ServerRole> roles = EnumSet.noneOf(ServerRole.class);
        if (build) {
            roles.add(ServerRole.BUILD);
        }
        if (deploy) {
            roles.add(ServerRole.DEPLOY);
        }
        return roles;
    }

    /** The name by which projects refer to it. */
    public String getName() {
        return name;
    }

    /** Whether sources are fetched and images built there. */
    public boolean isBuild() {
        return build;
    }

    /** Lets sources be fetched and images be built there, or not. */
    @DataBoundSetter
    public void setBuild(boolean build) {
        this.build = build;
    }

    /** Whether environments run there. */
    public boolean isDeploy() {
        return deploy;
    }

    /** Lets environments run there, or not. */
    @DataBoundSetter
    public void setDeploy(boolean deploy) {
        this.deploy = deploy;
    }

    /** Full names, or patterns of full names, of the items whose projects may use it, one on each line; empty: none may. */
    public String getProjects() {
        return projects;
    }

    /** Lets these projects use it. */
    @DataBoundSetter
    public void setProjects(String projects) {
        this.projects = Lines.normalized(projects);
    }

    /** Host folders below which a project may mount one, one on each line; empty: none. */
    public String getMounts() {
        return mounts;
    }

    /** Lets folders below these be mounted. */
    @DataBoundSetter
    public void setMounts(String mounts) {
        this.mounts = Lines.normalized(mounts);
    }

    /** Whether a container may ask for privileged options. */
    public boolean isPrivileged() {
        return privileged;
    }

    /** Lets a container ask for privileged options, or not. */
    @DataBoundSetter
    public void setPrivileged(boolean privileged) {
        this.privileged = privileged;
    }

    /** Where Hades keeps its files on the server; {@code null}: the usual place. */
    public String getFolder() {
        return folder;
    }

    /** Keeps Hades' files there. */
    @DataBoundSetter
    public void setFolder(String folder) {
        this.folder = Fields.orNull(folder);
    }

    /** The path of the Docker Engine's socket on the server; {@code null}: the usual one. */
    public String getDockerSocket() {
        return dockerSocket;
    }

    /** Reaches the Docker Engine through this socket. */
    @DataBoundSetter
    public void setDockerSocket(String dockerSocket) {
        this.dockerSocket = Fields.orNull(dockerSocket);
    }
}
