package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.api.ProjectRegistry.Registration;
import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.Project;
import java.nio.file.Path;
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

/** Deploys a commit of a project, or an archive. */
@Command(
        name = "deploy",
        description =
                "Takes a project from its Git repository or from an archive, builds it on the build server and runs it on the deploy server.",
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

    @Option(
            names = {"-a", "--archive"},
            paramLabel = "FILE",
            description =
                    "A .tar.gz, .tar or .zip to deploy in place of a commit; a project of the name that --project gives is made if there is none.")
    private Path archive;

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
        if (archive != null && (ref != null || url != null)) {
            throw new ParameterException(
                    spec.commandLine(), "An archive is deployed in place of a commit: leave out --ref and the URL");
        }
        Map<String, Object> changes = VariableArguments.assignments(variables, false, false);
        try (Session session = common.session(true)) {
            HadesClient client = session.client();
            Project project = project(client);
            Environment environment = selection.define(client, project);
            if (!variables.isEmpty()) {
                VariableArguments.send(client, environment, changes);
            }
            OperationRequest source = archive == null
                    ? OperationRequest.of(OperationKind.DEPLOY)
                    : OperationRequest.of(OperationKind.DEPLOY)
                            .withArchive(new ArchiveFile(archive).send(client, project));
            OperationRequest request = source.withRef(Optional.ofNullable(ref))
                    .withServers(Optional.ofNullable(buildServer), Optional.ofNullable(deployServer))
                    .withConfig(Optional.ofNullable(config), Duration.ofMinutes(timeout));
            return new Submission(common, session).follow(environment, request);
        }
    }

    private Project project(HadesClient client) throws InterruptedException {
        if (url != null) {
            return register(client, selection.projectName().orElseGet(() -> ProjectName.of(url)));
        }
        Optional<String> named = selection.projectName();
        return archive != null && named.isPresent() ? register(client, named.get()) : selection.project(client);
    }

    private Project register(HadesClient client, String name) throws InterruptedException {
        Registration registration = new Registration(
                Optional.ofNullable(url),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(buildServer),
                Optional.ofNullable(deployServer));
        return client.send("PUT", "/projects/" + Encoded.part(name), registration, Project.class);
    }
}
