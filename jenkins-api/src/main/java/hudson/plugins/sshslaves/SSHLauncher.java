package hudson.plugins.sshslaves;

import hudson.plugins.sshslaves.verifiers.SshHostKeyVerificationStrategy;
import hudson.slaves.ComputerLauncher;

/** Starts an agent over SSH. */
public class SSHLauncher extends ComputerLauncher {
    public SSHLauncher(String host, int port, String credentialsId) {}

    public String getHost() {
        throw new UnsupportedOperationException("compile-only");
    }

    public int getPort() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getCredentialsId() {
        throw new UnsupportedOperationException("compile-only");
    }

    public SshHostKeyVerificationStrategy getSshHostKeyVerificationStrategy() {
        throw new UnsupportedOperationException("compile-only");
    }
}
