package io.jenkins.plugins.hades.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An archive's bytes: what goes wrong while they are read is told as damage of the archive, and not as an error of whoever reads. */
final class ArchiveInput extends FilterInputStream {
    private final String name;

    ArchiveInput(InputStream in, String name) {
        super(in);
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException e) {
            throw ArchiveRefusal.of(
                    name,
                    "it is damaged or cut short: " + GitUrl.shown(String.valueOf(e.getMessage())),
                    "Pack and upload it again");
        }
    }
}
