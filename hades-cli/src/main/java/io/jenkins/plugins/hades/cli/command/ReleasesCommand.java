package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.view.Times;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the releases of an environment. */
@Command(
        name = "releases",
        description = "Lists the releases of the environment, newest first.",
        mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {
    @Mixin
    private Common common;

    @Mixin
    private Selection selection;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.session(false)) {
            HadesClient client = session.client();
            Environment environment = selection.environment(client);
            List<Release> releases =
                    client.list("/environments/" + environment.id() + "/releases", Map.of(), Release.class);
            if (common.json()) {
                common.printJson(releases);
                return 0;
            }
            common.printer()
                    .table(
                            List.of("RELEASE", "REVISION", "WHEN", "OPERATION", "SERVER", "MESSAGE"),
                            releases.stream()
                                    .map(release -> cells(release, environment.release()))
                                    .toList());
            return 0;
        }
    }

    private static List<String> cells(Release release, int serving) {
        return List.of(
                release.number() + (release.number() == serving ? " *" : ""),
                release.revision().label(),
                Times.at(release.at()),
                Long.toString(release.operation()),
                release.deployServer(),
                source(release.revision()));
    }

    private static String source(Revision revision) {
        return revision instanceof Revision.Archive archive
                ? "archive " + archive.name() + ", sha256:" + archive.sha256()
                : ((Revision.Git) revision).subject();
    }
}
