package io.jenkins.plugins.hades.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation. */
final class Page {
    private Page() {}

    /** The README's blocks of a language, without their indentation. */
    static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("(?ms)^( *)```" + language + "\n(.*?)\n\\1```$");
        return block.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(found -> found.group(2).stripIndent() + "\n")
                .toList();
    }
}
