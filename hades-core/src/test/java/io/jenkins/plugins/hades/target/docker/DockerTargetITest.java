package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.config.VolumeMount;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.target.HttpGet;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Target;
import io.jenkins.plugins.hades.target.TargetContract;
import io.jenkins.plugins.hades.target.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The contract of targets, by Docker, where the new release takes the old one's place, as both write to one volume. */
class DockerTargetITest extends TargetContract {
    private static DockerBed bed;

    @BeforeAll
    static void open() {
        bed = DockerBed.on("targets");
    }

    @AfterAll
    static void close() {
        if (bed != null) {
            bed.close();
        }
    }

    @Override
    protected Target target() {
        return bed.target;
    }

    @Override
    protected RemoteHost server() {
        return bed.server;
    }

    @Override
    protected Artifact serving(String answer) {
        return bed.application(answer);
    }

    @Override
    protected Artifact broken() {
        return bed.image("app-broken", "CMD [\"/app.sh\"]\n");
    }

    @Override
    protected Artifact foreign() {
        return new Artifact.Files("sha256:0", 0);
    }

    @Override
    protected RunSettings settings(Trial of, Duration patience) {
        return DockerBed.run()
                .volumes(new VolumeMount("data", "/data", false))
                .timeout(patience)
                .settings();
    }

    @Override
    protected int stride() {
        return 6;
    }

    @Override
    protected String answer(RunPlan plan) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        for (String container : running(plan)) {
            String port = bed.inspect(container, "{{index .Config.Labels \"" + Labels.PORT + "\"}}");
            answers.add(HttpGet.body(bed.server, Integer.parseInt(port), "/"));
        }
        return String.join("", answers);
    }

    @Override
    protected String variable(RunPlan plan, String name) {
        String all = bed.docker
                .docker("exec", running(plan).get(0), "cat", "/proc/1/environ")
                .run()
                .orFail()
                .out();
        return Stream.of(all.split("\0", -1))
                .filter(variable -> variable.startsWith(name + "="))
                .map(variable -> variable.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    protected List<String> traces(Trial of) {
        String filter = "label=" + Labels.ENVIRONMENT + "=" + of.id();
        List<String> traces = new ArrayList<>();
        traces.addAll(
                lines("ps", "--all", "--no-trunc", "--filter", filter, "--format", "container {{.ID}} {{.Names}}"));
        traces.addAll(lines("network", "ls", "--filter", filter, "--format", "network {{.Name}}"));
        traces.addAll(lines("volume", "ls", "--filter", filter, "--format", "volume {{.Name}}"));
        return traces;
    }

    @Override
    protected void leaveData(RunPlan plan, String text) {
        bed.docker
                .docker("exec", running(plan).get(0), "sh", "-c", "echo \"$0\" > /data/left", text)
                .run()
                .orFail();
    }

    @Override
    protected String data(RunPlan plan) {
        return bed.docker
                .docker("exec", running(plan).get(0), "cat", "/data/left")
                .run()
                .orFail()
                .text();
    }

    private static List<String> running(RunPlan plan) {
        return lines(
                "ps",
                "--quiet",
                "--filter",
                "label=" + Labels.ENVIRONMENT + "=" + plan.environment().id());
    }

    private static List<String> lines(String... arguments) {
        return bed.docker.docker(arguments).run().orFail().out().lines().toList();
    }
}
