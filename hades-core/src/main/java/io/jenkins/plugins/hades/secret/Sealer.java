package io.jenkins.plugins.hades.secret;

/** Seals secrets for the store, and opens them. Thread-safe. */
public interface Sealer {
    /**
     * @param plain the secret
     * @param place what the secret belongs to; it opens only with the same place, so that sealed values cannot be swapped
     * @return its sealed form, which tells nothing of it but its approximate length
     */
    byte[] seal(byte[] plain, String place);

    /**
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code INTERNAL} when the key is another one, or the value was changed
     */
    byte[] open(byte[] sealed, String place);
}
