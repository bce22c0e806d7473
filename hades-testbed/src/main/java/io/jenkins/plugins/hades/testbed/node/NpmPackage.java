package io.jenkins.plugins.hades.testbed.node;

import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A package of the npm registry at one version.
 *
 * @param name its name, without a scope
 * @param version the exact version
 * @param integrity {@code sha512-} and the digest of its archive in base64, as in a {@code package-lock.json}
 */
record NpmPackage(String name, String version, String integrity) {

    /**
     * The package's files, downloaded at the first call on this machine.
     *
     * @return the folder that holds its {@code package.json}
     * @throws TestbedException when the registry does not give it, or gives something else
     */
    Path files() {
        return NodeCache.entry(name + "-" + version, this::download).resolve("package");
    }

    private void download(Path folder) throws IOException {
        byte[] archive = NpmRegistry.read(name + "/-/" + name + "-" + version + ".tgz");
        String digest = "sha512-" + Base64.getEncoder().encodeToString(sha512(archive));
        if (!digest.equals(integrity)) {
            throw new TestbedException("The registry gives another " + name + " " + version + " than is expected: "
                    + digest + " instead of " + integrity);
        }
        Path file = folder.resolve("archive.tgz");
        Files.write(file, archive);
        Command.of("tar", "--extract", "--gzip", "--file", file.toString(), "--directory", folder.toString())
                .run()
                .orFail();
        Files.delete(file);
    }

    private static byte[] sha512(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-512", e);
        }
    }
}
