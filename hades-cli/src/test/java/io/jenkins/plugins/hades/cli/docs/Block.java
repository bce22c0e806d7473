package io.jenkins.plugins.hades.cli.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a page of documentation.
 *
 * @param page the page's path in the repository
 * @param line the number of its first line
 * @param section the heading above it
 * @param language what stands after the fence
 * @param text its lines, without their common indentation
 */
record Block(String page, int line, String section, String language, String text) {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String FENCE = "```";

    /** All blocks of the pages for users: the README, those below {@code docs}, those of the examples. */
    static List<Block> all() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path folder : List.of(ROOT, ROOT.resolve("docs"), ROOT.resolve("examples"))) {
            try (Stream<Path> files = Files.walk(folder, folder.equals(ROOT) ? 1 : 3)) {
                for (Path page : files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/node_modules/"))
                        .sorted()
                        .toList()) {
                    blocks.addAll(of(page));
                }
            }
        }
        return blocks;
    }

    /** The blocks of the README. */
    static List<Block> ofReadme() throws IOException {
        return of(ROOT.resolve("README.md"));
    }

    /** The commands of Hades in it, each the words after {@code hades} as a shell would split them, with its comment. */
    List<String> commands() {
        return text.lines()
                .map(command -> command.replaceFirst("^\\./", ""))
                .filter(command -> command.startsWith("hades "))
                .map(command -> command.substring("hades ".length()))
                .toList();
    }

    @Override
    public String toString() {
        return page + ":" + line + " " + language;
    }

    private static List<Block> of(Path page) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        String section = "";
        int begin = -1;
        for (int index = 0; index < lines.size(); index++) {
            String line = lines.get(index).strip();
            if (begin >= 0 && line.equals(FENCE)) {
                String text = String.join("\n", lines.subList(begin + 1, index)).stripIndent() + "\n";
                String language = lines.get(begin).strip().substring(FENCE.length());
                blocks.add(new Block(ROOT.relativize(page).toString(), begin + 2, section, language, text));
                begin = -1;
            } else if (begin < 0 && line.startsWith(FENCE)) {
                begin = index;
            } else if (begin < 0 && line.startsWith("#")) {
                section = line.replaceFirst("^#+ *", "");
            }
        }
        return blocks;
    }
}
