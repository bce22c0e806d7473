package io.jenkins.plugins.hades.jenkins.agent;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Node;
import hudson.model.Slave;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.ssh.SshAddress;
import java.util.List;
import java.util.Optional;

/** Knows one kind of launcher that reaches its agents over SSH. Each kind's plugin is optional. */
public interface AgentAddresses extends ExtensionPoint {
    /** Whether the agent is started by a launcher of this kind. */
    boolean launches(Slave agent);

    /**
     * Where and as whom the agent's launcher connects.
     *
     * @throws HadesException of kind {@code UNTRUSTED} when the launcher does not verify the agent's host key, or none is known yet
     */
    SshAddress address(Slave agent);

    /** The names of all agents that are reached over SSH. */
    static List<String> names() {
        return RunningJenkins.agents().stream()
                .filter(agent -> kind(agent).isPresent())
                .map(Node::getNodeName)
                .sorted()
                .toList();
    }

    /**
     * Where and as whom the launcher of the agent of this name connects.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when there is no such agent, {@code BAD_INPUT} when it is not reached over SSH,
     *     {@code UNTRUSTED} when its host key is not verified
     */
    static SshAddress of(String name) {
        String doing = "Reading the launcher of agent \"" + name + "\"";
        Slave agent = RunningJenkins.agent(name)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        doing,
                        "Jenkins has no agent of that name",
                        "Choose one of its SSH agents"));
        return kind(agent)
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        doing,
                        "the agent is not launched over SSH by the plugin SSH Build Agents, or the plugin is not installed",
                        "Launch the agent over SSH, or register the server with its host and credentials"))
                .address(agent);
    }

    private static Optional<AgentAddresses> kind(Slave agent) {
        return ExtensionList.lookup(AgentAddresses.class).stream()
                .filter(kind -> kind.launches(agent))
                .findFirst();
    }
}
