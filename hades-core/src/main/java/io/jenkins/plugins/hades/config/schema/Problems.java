package io.jenkins.plugins.hades.config.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers what is wrong in one file while it is read. Not thread-safe. */
public final class Problems {
    private static final int MOST = 100;

    private final String file;
    private final Collection<String> keys;
    private final Set<ConfigProblem> found = new LinkedHashSet<>();

    /**
     * @param file the file's name as the user knows it
     * @param keys the paths of all keys that the file may have, to suggest one
     */
    public Problems(String file, Collection<String> keys) {
        this.file = file;
        this.keys = List.copyOf(keys);
    }

    /** The file's name as the user knows it. */
    public String file() {
        return file;
    }

    /** Something is wrong at this node. */
    public void add(Node node, KeyPath path, String wrong, String expected) {
        add(node, path, wrong, expected, Optional.empty());
    }

    /** Something is wrong at this node, and this was probably meant. */
    public void add(Node node, KeyPath path, String wrong, String expected, Optional<String> nearest) {
        Mark mark = node.getStartMark();
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        add(new ConfigProblem(file, line, column, path.text(), wrong, expected, nearest));
    }

    /** Something is wrong. */
    public void add(ConfigProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    /** The whole path of the key of this name that belongs elsewhere in the file, if there is exactly one. */
    Optional<String> elsewhere(String key) {
        List<String> paths =
                keys.stream().filter(path -> path.endsWith("." + key)).toList();
        return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** What is wrong, in the order of the file. */
    public List<ConfigProblem> inOrder() {
        return found.stream()
                .sorted(Comparator.comparingInt(ConfigProblem::line).thenComparingInt(ConfigProblem::column))
                .toList();
    }
}
