package io.jenkins.plugins.hades.testbed.ssh;

/** How a private key is written to its file. */
public enum KeyFormat {
    /** OpenSSH's own format, {@code BEGIN OPENSSH PRIVATE KEY}. */
    OPENSSH,
    /** The older PEM formats, {@code BEGIN EC PRIVATE KEY} or {@code BEGIN RSA PRIVATE KEY}; there is none for Ed25519. */
    PEM,
    /** PKCS #8, {@code BEGIN PRIVATE KEY} or {@code BEGIN ENCRYPTED PRIVATE KEY}; ssh-keygen writes none for Ed25519. */
    PKCS8
}
