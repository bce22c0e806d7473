package hudson.plugins.sshslaves.verifiers;

/** Compares with the key that was trusted before. */
public class ManuallyTrustedKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    public ManuallyTrustedKeyVerificationStrategy(boolean requireInitialManualTrust) {}
}
