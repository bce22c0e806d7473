package io.jenkins.plugins.hades.testbed.ssh;

/** Kinds of SSH keys, of hosts and of clients. */
public enum KeyType {
    /** Ed25519. */
    ED25519("ed25519", "256"),
    /** ECDSA on the curve P-256. */
    ECDSA("ecdsa", "256"),
    /** RSA with 3072 bits. */
    RSA("rsa", "3072");

    private final String option;
    private final String bits;

    KeyType(String option, String bits) {
        this.option = option;
        this.bits = bits;
    }

    /**
     * The name that ssh-keygen knows it by, which is also part of the name of a host key's file.
     *
     * @return {@code ed25519}, {@code ecdsa} or {@code rsa}
     */
    public String option() {
        return option;
    }

    String bits() {
        return bits;
    }
}
