package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The YAML of {@code docs/jenkins.md}: the tests apply it with the names, keys and files of the testbed in place of its examples. */
final class AdministratorGuide {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

    private AdministratorGuide() {}

    /** The configuration with a server. */
    static Example servers() throws IOException {
        return example(0);
    }

    /** What adds an SSH build agent as a build server. */
    static Example agent() throws IOException {
        return example(1);
    }

    /** What puts the records into PostgreSQL. */
    static Example postgres() throws IOException {
        return example(2);
    }

    private static Example example(int index) throws IOException {
        Path guide = Path.of(System.getProperty("hades.root"), "docs/jenkins.md");
        List<String> blocks = BLOCK.matcher(Files.readString(guide))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(blocks).hasSize(3);
        return new Example(blocks.get(index));
    }

    /** An example whose names are replaced. */
    record Example(String yaml) {
        /** With something else in place of this, which must be there. */
        Example with(String example, String real) {
            assertThat(yaml).contains(example);
            return new Example(yaml.replace(example, real));
        }

        /** With another key of this host in place of the one that follows this text. */
        Example withHostKey(String before, String real) {
            Pattern key = Pattern.compile("(" + Pattern.quote(before) + "\\s*)ssh-ed25519 [A-Za-z0-9+/]+");
            assertThat(yaml).containsPattern(key);
            return new Example(key.matcher(yaml).replaceFirst(found -> found.group(1) + real));
        }
    }
}
