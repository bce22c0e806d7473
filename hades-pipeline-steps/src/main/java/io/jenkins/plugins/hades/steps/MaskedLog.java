package io.jenkins.plugins.hades.steps;

import hudson.console.LineTransformationOutputStream;
import io.jenkins.plugins.hades.secret.Masker;
import io.jenkins.plugins.hades.secret.MaskingStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A log that shows each line with the secrets in it masked. */
final class MaskedLog extends LineTransformationOutputStream.Delegating {
    private final MaskingStream masking;

    MaskedLog(OutputStream out, List<String> secrets) {
        super(out);
        Masker masker = new Masker();
        masker.addAll(secrets);
        this.masking = masker.stream();
    }

    @Override
    protected void eol(byte[] bytes, int length) throws IOException {
        int end = length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        String line = new String(bytes, 0, end, StandardCharsets.UTF_8);
        out.write(masking.line(line).getBytes(StandardCharsets.UTF_8));
        out.write(bytes, end, length - end);
    }
}
