package io.jenkins.plugins.hades.config.schema;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.stream.Collectors;

/** A configuration file cannot be used; carries everything that is wrong in it. Of kind {@code BAD_INPUT}. */
public final class ConfigException extends HadesException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    /**
     * @param file the file's name as the user knows it
     * @param problems at least one, in the order of the file
     * @param reference where the keys are described
     */
    public ConfigException(String file, List<ConfigProblem> problems, String reference) {
        super(ErrorKind.BAD_INPUT, "Reading " + file, reason(problems), "The keys are described in " + reference);
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the file. */
    public List<ConfigProblem> problems() {
        return problems;
    }

    private static String reason(List<ConfigProblem> problems) {
        if (problems.size() == 1) {
            return problems.get(0).text();
        }
        return problems.size() + " things are wrong in it:\n"
                + problems.stream().map(problem -> "  " + problem.text()).collect(Collectors.joining("\n"))
                + "\n";
    }
}
