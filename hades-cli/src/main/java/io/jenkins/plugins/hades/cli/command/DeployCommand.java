package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.api.ProjectRegistry.Registration;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Project;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deploys a commit of a project. */
@Command(
        name = "deploy",
        description =
                "Takes a project from its Git repository, builds it on the build server and runs it on the deploy server.",
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Parameters(
            arity = "0..1",
            paramLabel = "URL",
            description = "The Git repository, for a project that is new or has moved.")
    private String url;

    @Option(
            names = {"-r", "--ref"},
            paramLabel = "REF",
            description = "The branch, tag or commit; the environment's own branch if left out.")
    private String ref;

    @Option(names = "--build-server", paramLabel = "NAME", description = "The server to build on.")
    private String buildServer;

    @Option(names = "--deploy-server", paramLabel = "NAME", description = "The server to run on.")
    private String deployServer;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "Sets a public variable of the run phase before deploying; may be repeated.")
    private List<String> variables = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "PATH",
            description = "The project's config in its repository; hades.yml, else captain-definition, if left out.")
    private String config;

    @Option(
            names = "--timeout",
            paramLabel = "MINUTES",
            defaultValue = "60",
            description = "Gives up after this many minutes, 10080 at most (${DEFAULT-VALUE}).")
    private long timeout;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        long longest = OperationRequest.LONGEST_TIMEOUT.toMinutes();
        if (timeout < 1 || timeout > longest) {
            throw new ParameterException(
                    spec.commandLine(), "Invalid value for option '--timeout': it is not from 1 to " + longest);
        }
        Map<String, Object> changes = VariableArguments.assignments(variables, false, false);
        try (Session session = common.session(true)) {
            HadesClient client = session.client();
            Project project = url == null ? selection.project(client) : register(client);
            Environment environment = selection.define(client, project);
            if (!variables.isEmpty()) {
                VariableArguments.send(client, environment, changes);
            }
            OperationRequest request = OperationRequest.of(OperationKind.DEPLOY)
                    .withRef(Optional.ofNullable(ref))
                    .withServers(Optional.ofNullable(buildServer), Optional.ofNullable(deployServer))
                    .withConfig(Optional.ofNullable(config), Duration.ofMinutes(timeout));
            return new Submission(common, session).follow(environment, request);
        }
    }

    private Project register(HadesClient client) throws InterruptedException {
        String name = selection.projectName().orElseGet(() -> ProjectName.of(url));
        Registration registration = new Registration(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(buildServer),
                Optional.ofNullable(deployServer));
        return client.send("PUT", "/projects/" + Encoded.part(name), registration, Project.class);
    }
}
