package hudson.plugins.sshslaves.verifiers;

/** Compares with nothing. */
public class NonVerifyingKeyVerificationStrategy extends SshHostKeyVerificationStrategy {
    public NonVerifyingKeyVerificationStrategy() {}
}
