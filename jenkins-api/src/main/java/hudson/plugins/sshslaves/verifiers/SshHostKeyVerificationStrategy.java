package hudson.plugins.sshslaves.verifiers;

import hudson.model.Describable;

/** Decides whether an agent's host key is right. */
public abstract class SshHostKeyVerificationStrategy implements Describable<SshHostKeyVerificationStrategy> {}
