package io.jenkins.plugins.hades.ssh;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;

/** Types of key, the preferred first, and the signatures that prove their possession; SHA-1 is not among them. */
final class HostKeyTypes {
    private static final List<Map.Entry<String, List<BuiltinSignatures>>> TYPES = List.of(
            Map.entry("ssh-ed25519", List.of(BuiltinSignatures.ed25519)),
            Map.entry("ecdsa-sha2-nistp256", List.of(BuiltinSignatures.nistp256)),
            Map.entry("ecdsa-sha2-nistp384", List.of(BuiltinSignatures.nistp384)),
            Map.entry("ecdsa-sha2-nistp521", List.of(BuiltinSignatures.nistp521)),
            Map.entry("ssh-rsa", List.of(BuiltinSignatures.rsaSHA512, BuiltinSignatures.rsaSHA256)));

    private HostKeyTypes() {}

    /** All types, the preferred first. */
    static List<String> all() {
        return TYPES.stream().map(Map.Entry::getKey).toList();
    }

    /** The signatures of all types. */
    static List<NamedFactory<Signature>> allSignatures() {
        return signatures(all());
    }

    /** The signatures of these types, in this order. */
    static List<NamedFactory<Signature>> signatures(List<String> types) {
        Stream<BuiltinSignatures> found = types.stream()
                .flatMap(type -> TYPES.stream().filter(entry -> entry.getKey().equals(type)))
                .flatMap(entry -> entry.getValue().stream());
        return found.filter(BuiltinSignatures::isSupported)
                .<NamedFactory<Signature>>map(signature -> signature)
                .toList();
    }
}
