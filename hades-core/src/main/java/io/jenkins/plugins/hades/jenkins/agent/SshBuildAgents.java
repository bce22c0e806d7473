package io.jenkins.plugins.hades.jenkins.agent;

import hudson.Extension;
import hudson.model.Computer;
import hudson.model.Slave;
import hudson.plugins.sshslaves.SSHLauncher;
import hudson.plugins.sshslaves.verifiers.HostKey;
import hudson.plugins.sshslaves.verifiers.HostKeyHelper;
import hudson.plugins.sshslaves.verifiers.KnownHostsFileKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.ManuallyProvidedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.ManuallyTrustedKeyVerificationStrategy;
import hudson.plugins.sshslaves.verifiers.SshHostKeyVerificationStrategy;
import hudson.slaves.ComputerLauncher;
import hudson.slaves.DelegatingComputerLauncher;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.credential.ServerLogins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.SshAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Agents of the plugin SSH Build Agents. Its methods name that plugin's types, so Jenkins leaves it out where the plugin is missing. */
@Extension(optional = true)
public final class SshBuildAgents implements AgentAddresses {
    private static final String KNOWN_HOSTS_PROPERTY =
            KnownHostsFileKeyVerificationStrategy.class.getName() + ".known_hosts_file";

    @Override
    public boolean launches(Slave agent) {
        return launcher(agent.getLauncher()).isPresent();
    }

    @Override
    public SshAddress address(Slave agent) {
        SSHLauncher launcher = launcher(agent.getLauncher()).orElseThrow();
        ServerLogins.Login login =
                ServerLogins.find(Fields.given(launcher.getCredentialsId()).orElse(""), agent.getNodeName());
        return new SshAddress(
                launcher.getHost(),
                launcher.getPort(),
                login.user(),
                login.login(),
                policy(agent, launcher.getSshHostKeyVerificationStrategy()));
    }

    private static Optional<SSHLauncher> launcher(ComputerLauncher launcher) {
        if (launcher instanceof SSHLauncher ssh) {
            return Optional.of(ssh);
        }
        return launcher instanceof DelegatingComputerLauncher wrapper
                ? launcher(wrapper.getLauncher())
                : Optional.empty();
    }

    private static HostKeyPolicy policy(Slave agent, SshHostKeyVerificationStrategy strategy) {
        if (strategy instanceof KnownHostsFileKeyVerificationStrategy) {
            return new HostKeyPolicy.KnownHosts(Fields.given(System.getProperty(KNOWN_HOSTS_PROPERTY))
                    .map(Path::of)
                    .orElseGet(() -> Path.of(System.getProperty("user.home"), ".ssh", "known_hosts")));
        }
        if (strategy instanceof ManuallyProvidedKeyVerificationStrategy provided) {
            return pinned(provided.getParsedKey());
        }
        if (strategy instanceof ManuallyTrustedKeyVerificationStrategy) {
            return pinned(trusted(agent));
        }
        throw new HadesException(
                ErrorKind.UNTRUSTED,
                doing(agent),
                "its launcher does not verify the agent's host key",
                "Choose another host key verification strategy for the agent");
    }

    private static HostKey trusted(Slave agent) {
        return Optional.ofNullable(agent.toComputer())
                .flatMap(computer -> trusted(agent, computer))
                .orElseThrow(() -> new HadesException(
                        ErrorKind.UNTRUSTED,
                        doing(agent),
                        "no host key of the agent was trusted yet",
                        "Connect the agent once, and trust its key on its page"));
    }

    private static Optional<HostKey> trusted(Slave agent, Computer computer) {
        try {
            return Optional.ofNullable(HostKeyHelper.getInstance().getHostKey(computer));
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.INTERNAL,
                    doing(agent),
                    "the host key that was trusted cannot be read: " + e.getMessage(),
                    "",
                    e);
        }
    }

    private static HostKeyPolicy pinned(HostKey key) {
        return new HostKeyPolicy.Pinned(
                List.of(key.getAlgorithm() + " " + Base64.getEncoder().encodeToString(key.getKey())));
    }

    private static String doing(Slave agent) {
        return "Reading the launcher of agent \"" + agent.getNodeName() + "\"";
    }
}
