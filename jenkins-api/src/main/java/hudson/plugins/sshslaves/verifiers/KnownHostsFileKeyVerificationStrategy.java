package hudson.plugins.sshslaves.verifiers;

/** Compares with the controller's known_hosts file. */
public class KnownHostsFileKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    public KnownHostsFileKeyVerificationStrategy() {}
}
