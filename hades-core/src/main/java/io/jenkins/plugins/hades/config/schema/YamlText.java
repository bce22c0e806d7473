package io.jenkins.plugins.hades.config.schema;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Parses YAML into nodes that know their places, and makes no objects of them. Files beyond the limits are refused. */
public final class YamlText {
    /** The longest file, in characters. */
    public static final int LONGEST = 1_000_000;
    /** How deep values may be nested. */
    public static final int DEEPEST = 20;
    /** How many aliases may stand for lists and maps. */
    public static final int MOST_ALIASES = 50;

    private YamlText() {}

    /** The file's root; empty if there is nothing in it or it cannot be parsed, which is then reported. */
    public static Optional<Node> parse(String text, Problems problems) {
        if (text.length() > LONGEST) {
            problems.add(new ConfigProblem(
                    problems.file(),
                    1,
                    1,
                    "",
                    "the file has " + text.length() + " characters",
                    "at most " + LONGEST,
                    Optional.empty()));
            return Optional.empty();
        }
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LONGEST);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(MOST_ALIASES);
        limits.setAllowDuplicateKeys(true); // Reported with their places by MappingEntries.
        try {
            return Optional.ofNullable(new Yaml(limits).compose(new StringReader(text)))
                    .filter(node -> !ScalarKind.isNothing(node));
        } catch (MarkedYAMLException e) {
            problems.add(problem(problems.file(), e.getProblemMark(), e.getProblem(), e.getContext()));
        } catch (YAMLException e) {
            problems.add(problem(problems.file(), null, e.getMessage(), null));
        }
        return Optional.empty();
    }

    private static ConfigProblem problem(String file, Mark mark, String what, String context) {
        String wrong = "this is no valid YAML: " + Shown.plain(what == null ? "it cannot be parsed" : what)
                + (context == null ? "" : " (" + Shown.plain(context) + ")");
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        return new ConfigProblem(file, line, column, "", wrong, "", Optional.empty());
    }
}
