package io.jenkins.plugins.hades.testbed.git;

import io.jenkins.plugins.hades.testbed.host.PrivateHost;
import io.jenkins.plugins.hades.testbed.process.Command;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for one address, signed by itself; clients that trust it accept the server.
 *
 * @param pem the certificate's file
 * @param store the PKCS #12 file with its key
 */
public record SelfSignedCertificate(Path pem, Path store) {

    private static final String PASSWORD = "testbed";
    private static final String AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

    /**
     * Makes a certificate by the JDK's keytool.
     *
     * @param folder where its files go
     * @param address the IPv4 address that it is good for
     * @return the certificate
     */
    public static SelfSignedCertificate create(Path folder, String address) {
        Path store = folder.resolve("certificate-" + UUID.randomUUID() + ".p12");
        Path pem = Path.of(store + ".pem");
        keytool(store, "-genkeypair", "-keyalg EC -validity 2 -dname CN=" + address + " -ext SAN=ip:" + address);
        keytool(store, "-exportcert", "-rfc -file " + pem);
        return new SelfSignedCertificate(pem, store);
    }

    /**
     * Adds the certificate to those that the programs of a private host trust.
     *
     * @param host the host; nothing outside of it is changed
     */
    public void trustOn(PrivateHost host) {
        try {
            Path authorities = host.file(AUTHORITIES);
            Files.createDirectories(authorities.getParent());
            Files.writeString(
                    authorities, "\n" + Files.readString(pem), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new TestbedException("Cannot add a certificate to " + host.name() + ": " + e.getMessage(), e);
        }
    }

    SSLContext context() {
        try (InputStream stream = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stream, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new TestbedException("Cannot use the certificate in " + store + ": " + e.getMessage(), e);
        }
    }

    private static void keytool(Path store, String verb, String options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        words.addAll(List.of(verb, "-alias", "server", "-storetype", "PKCS12", "-storepass", PASSWORD));
        words.addAll(List.of("-keystore", store.toString()));
        words.addAll(List.of(options.split(" ", -1)));
        Command.of(words).run().orFail();
    }
}
