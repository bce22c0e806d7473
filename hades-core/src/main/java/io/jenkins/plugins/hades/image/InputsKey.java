package io.jenkins.plugins.hades.image;

import io.jenkins.plugins.hades.target.BuildPlan;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * The key of everything that goes into an image: equal keys, equal images. A secret counts by its version, so the key tells nothing of its value.
 */
final class InputsKey {
    private static final String FORM = "1";

    private final MessageDigest digest;

    private InputsKey() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** @param bases the ids of the base images, by name */
    static String of(BuildPlan plan, BuildFolder folder, BuildArguments arguments, Map<String, String> bases) {
        InputsKey key = new InputsKey();
        key.add("form", FORM);
        key.add("tree", plan.source().tree());
        key.add("context", plan.build().context());
        key.add("file", folder.written() ? "" : plan.build().dockerfile());
        key.add("dockerfile", folder.dockerfile());
        key.add("stage", plan.build().stage().orElse(""));
        new TreeMap<>(plan.build().images()).forEach((name, stage) -> key.add("image " + name, stage));
        new TreeMap<>(arguments.plain()).forEach((name, value) -> key.add("argument " + name, value));
        arguments.secrets().forEach(secret -> key.add("secret " + secret.name(), Integer.toString(secret.version())));
        bases.forEach((name, id) -> key.add("base " + name, id));
        return HexFormat.of().formatHex(key.digest.digest()).substring(0, 40);
    }

    private void add(String name, String value) {
        for (String part : new String[] {name, value}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
    }
}
