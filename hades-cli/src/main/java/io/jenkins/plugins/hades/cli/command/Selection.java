package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Says which environment of which project a command is about. */
final class Selection {
    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "The project; may be left out where there is only one.")
    private String project;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            defaultValue = "production",
            description = "The environment (${DEFAULT-VALUE}).")
    private String environment;

    /** A selection that is made otherwise than by options; {@code project} is {@code null} where only one may be meant. */
    static Selection of(String project, String environment) {
        Selection selection = new Selection();
        selection.project = project;
        selection.environment = environment;
        return selection;
    }

    /** The name of the project that is asked for, if one is. */
    Optional<String> projectName() {
        return Optional.ofNullable(project);
    }

    /** The project. */
    Project project(HadesClient client) throws InterruptedException {
        List<Project> all = client.all("/projects", Map.of(), Project.class);
        if (project == null && all.size() == 1) {
            return all.get(0);
        }
        String names = all.isEmpty() ? "none" : all.stream().map(Project::name).collect(Collectors.joining(", "));
        if (project == null) {
            throw new HadesException(
                    all.isEmpty() ? ErrorKind.NOT_FOUND : ErrorKind.BAD_INPUT,
                    "Choosing the project",
                    "none was named, and there are: " + names,
                    all.isEmpty() ? "Deploy one first: hades deploy URL" : "Name one with --project");
        }
        return all.stream()
                .filter(candidate -> candidate.name().equals(project))
                .findFirst()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Choosing project " + project,
                        "there are: " + names,
                        "Name one of these"));
    }

    /** The environment, which must exist. */
    Environment environment(HadesClient client) throws InterruptedException {
        Project chosen = project(client);
        return client
                .list(
                        "/projects/" + chosen.id() + "/environments",
                        Map.of("filter[name]", environment),
                        Environment.class)
                .stream()
                .filter(found -> found.name().equals(environment))
                .findFirst()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.NOT_FOUND,
                        "Looking for environment " + environment + " of project " + chosen.name(),
                        "there is none of that name",
                        "hades status lists them"));
    }

    /** The environment, made if there is none. */
    Environment define(HadesClient client, Project chosen) throws InterruptedException {
        return client.send(
                "POST",
                "/projects/" + chosen.id() + "/environments",
                Map.of("name", Names.environment(environment)),
                Environment.class);
    }
}
