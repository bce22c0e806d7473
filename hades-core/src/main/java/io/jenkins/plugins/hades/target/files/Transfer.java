package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteProcess;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Brings an artifact from one server to another through this machine, which keeps none of it. It counts on the other side only when the
 * digest of what arrived is that of what was sent.
 *
 * @param from the server that has it
 * @param to the server that gets it
 */
record Transfer(FilesServer from, FilesServer to) {
    private static final int ERRORS = 64 * 1024;

    /** Sends the artifact of this digest, hexadecimal; gives the number of bytes sent. */
    long send(String digest) throws InterruptedException {
        String doing = "Bringing files from server " + from.name() + " to server " + to.name();
        String token = to.context().token();
        try (RemoteProcess sender = from.host().start(from.command("send", digest), from.context())) {
            sender.input().close();
            Counted counted = new Counted(sender.output());
            String arrived = to.run(doing, counted, "receive", token).strip();
            String errors = new String(sender.errors().readNBytes(ERRORS), StandardCharsets.UTF_8);
            int code = sender.await();
            if (code != 0) {
                throw from.failure(doing, code, errors);
            }
            if (!arrived.equals(counted.digest())) {
                throw new HadesException(
                        ErrorKind.FAILED,
                        doing,
                        "what arrived (" + arrived + ") is not what was sent (" + counted.digest() + ")",
                        "Try again");
            }
            to.run(doing, "keep", token, digest);
            return counted.bytes;
        } catch (IOException e) {
            throw new HadesException(
                    ErrorKind.UNREACHABLE, doing, "the connection was lost: " + e.getMessage(), "Try again", e);
        }
    }

    /** Counts and digests what is read through it. */
    private static final class Counted extends FilterInputStream {
        private final MessageDigest digest;
        private long bytes;

        Counted(InputStream source) {
            this(source, sha256());
        }

        private Counted(InputStream source, MessageDigest digest) {
            super(new DigestInputStream(new BufferedInputStream(source), digest));
            this.digest = digest;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = super.read(into, offset, length);
            bytes += Math.max(0, count);
            return count;
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
