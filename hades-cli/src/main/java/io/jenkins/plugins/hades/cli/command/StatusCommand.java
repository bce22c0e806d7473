package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Times;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all environments and how they are. */
@Command(
        name = "status",
        description = "Lists the environments of all projects, and what is at work on them.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(false)) {
            HadesClient client = session.client();
            List<Line> lines = new ArrayList<>();
            for (Project project : client.all("/projects", Map.of(), Project.class)) {
                for (Environment environment :
                        client.all("/projects/" + project.id() + "/environments", Map.of(), Environment.class)) {
                    lines.add(line(client, project, environment));
                }
            }
            print(lines);
            return 0;
        }
    }

    private static Line line(HadesClient client, Project project, Environment environment) throws InterruptedException {
        List<Operation> newest = client.list(
                "/environments/" + environment.id() + "/operations", Map.of("page[size]", "1"), Operation.class);
        return new Line(project.name(), environment, newest);
    }

    private void print(List<Line> lines) {
        if (common.json()) {
            common.printJson(lines);
            return;
        }
        common.printer()
                .table(
                        List.of("PROJECT", "ENVIRONMENT", "STATUS", "RELEASE", "SINCE", "URL", "LAST OPERATION"),
                        lines.stream().map(Line::cells).toList());
        lines.stream()
                .map(Line::environment)
                .filter(environment -> !environment.detail().isEmpty())
                .forEach(environment -> common.printer().line(environment.name() + ": " + environment.detail()));
    }

    /** An environment as it is listed. */
    record Line(String project, Environment environment, List<Operation> newest) {
        List<String> cells() {
            String operation = newest.isEmpty()
                    ? ""
                    : newest.get(0).id() + " " + newest.get(0).request().kind() + " "
                            + newest.get(0).status();
            return List.of(
                    project,
                    environment.name(),
                    environment.status()
                            + environment
                                    .reason()
                                    .map(reason -> " (" + reason + ")")
                                    .orElse(""),
                    environment.release() == 0 ? "" : Integer.toString(environment.release()),
                    Times.at(environment.since()),
                    environment.url(),
                    operation);
        }
    }
}
