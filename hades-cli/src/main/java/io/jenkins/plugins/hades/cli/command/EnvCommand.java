package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Visible;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Variable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists and changes the variables of an environment. */
@Command(
        name = "env",
        description = "Lists and changes the variables of an environment. A change applies with the next deployment.",
        mixinStandardHelpOptions = true,
        subcommands = {EnvCommand.ListCommand.class, EnvCommand.SetCommand.class, EnvCommand.UnsetCommand.class})
final class EnvCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Override
    public Integer call() throws InterruptedException {
        return list(common, selection);
    }

    private static int list(Common common, Selection selection) throws InterruptedException {
        try (Session session = common.session(false)) {
            String path =
                    "/environments/" + selection.environment(session.client()).id() + "/variables";
            List<Variable> variables = session.client().list(path, Map.of(), Variable.class);
            if (common.json()) {
                common.printJson(variables);
                return 0;
            }
            common.printer()
                    .table(
                            List.of("NAME", "VALUE", "PHASES", "VERSION"),
                            variables.stream().map(EnvCommand::cells).toList());
            return 0;
        }
    }

    private static List<String> cells(Variable variable) {
        return List.of(
                variable.name(),
                variable.secret() ? "(secret)" : variable.value(),
                variable.phases().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")),
                Integer.toString(variable.version()));
    }

    /** Lists the variables. */
    @Command(
            name = "list",
            description = "Lists the variables; secret values are not shown.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Mixin
        private Selection selection;

        @Override
        public Integer call() throws InterruptedException {
            return list(common, selection);
        }
    }

    /** Sets variables. */
    @Command(
            name = "set",
            description =
                    "Sets variables. A secret's value is read from standard input, so that it stands in no list of processes.",
            mixinStandardHelpOptions = true)
    static final class SetCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Mixin
        private Selection selection;

        @Option(
                names = "--secret",
                description =
                        "The value is sealed and never shown; name one variable and give its value on standard input.")
        private boolean secret;

        @Option(names = "--build", description = "The variable is given to the build too.")
        private boolean build;

        @Parameters(
                arity = "1..*",
                paramLabel = "NAME=VALUE",
                description = "The variables; with --secret only a NAME.")
        private List<String> assignments;

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> changes =
                    secret ? secretChange() : VariableArguments.assignments(assignments, false, build);
            try (Session session = common.session(false)) {
                VariableArguments.send(
                        session.client(),
                        selection.define(session.client(), selection.project(session.client())),
                        changes);
            }
            common.err().println("Saved; applies with the next deployment.");
            return 0;
        }

        private Map<String, Object> secretChange() {
            if (assignments.size() != 1 || assignments.get(0).contains("=")) {
                throw new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Setting a secret variable",
                        "its value must not stand on the command line, where every user of the machine can read it",
                        "Give one NAME, and the value on standard input");
            }
            return Map.of(
                    "set",
                    List.of(VariableArguments.assignment(
                            assignments.get(0), SecretInput.read("Value: "), true, build)));
        }
    }

    /** Removes variables. */
    @Command(
            name = "unset",
            description = "Removes variables; one that is not there is told, and left at that.",
            mixinStandardHelpOptions = true)
    static final class UnsetCommand implements Callable<Integer> {
        @Mixin
        private Common common;

        @Mixin
        private Selection selection;

        @Parameters(arity = "1..*", paramLabel = "NAME", description = "The variables.")
        private List<String> names;

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.session(false)) {
                HadesClient client = session.client();
                Environment environment = selection.environment(client);
                Set<String> known = known(client, environment);
                List<String> there = names.stream().filter(known::contains).toList();
                names.stream().filter(name -> !known.contains(name)).forEach(name -> common.err()
                        .println(Visible.text(
                                "There is no variable " + name + " in environment " + environment.name() + ".")));
                if (there.isEmpty()) {
                    common.err().println("Nothing was changed.");
                    return 0;
                }
                VariableArguments.send(client, environment, Map.of("unset", there));
            }
            common.err().println("Saved; applies with the next deployment.");
            return 0;
        }

        private static Set<String> known(HadesClient client, Environment environment) throws InterruptedException {
            return client.list("/environments/" + environment.id() + "/variables", Map.of(), Variable.class).stream()
                    .map(Variable::name)
                    .collect(Collectors.toSet());
        }
    }
}
