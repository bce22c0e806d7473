package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** A Pipeline job of a controller. */
final class PipelineJob {
    private final Controller controller;
    private final String fullName;

    private PipelineJob(Controller controller, String fullName) {
        this.controller = controller;
        this.fullName = fullName;
    }

    /** A job that is there. */
    static PipelineJob of(Controller controller, String fullName) {
        return new PipelineJob(controller, fullName);
    }

    /** Makes a job with these properties and an empty Pipeline. */
    static PipelineJob create(Controller controller, String fullName, String properties)
            throws IOException, InterruptedException {
        Items.create(controller, fullName, """
                <?xml version='1.1' encoding='UTF-8'?>
                <flow-definition plugin="workflow-job">
                  <properties>%s</properties>
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition" plugin="workflow-cps">
                    <script/>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.formatted(properties));
        return of(controller, fullName);
    }

    /** Changes its Pipeline. */
    PipelineJob script(String script) throws IOException, InterruptedException {
        String config = controller.admin().get(path() + "/config.xml").body();
        String changed = config.replaceFirst(
                "(?s)<script/>|<script>.*</script>",
                java.util.regex.Matcher.quoteReplacement("<script>" + xml(script) + "</script>"));
        HttpResponse<String> answer = controller.admin().post(path() + "/config.xml", "application/xml", changed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    /** Starts a build, as this user. */
    Build build(User user) throws IOException, InterruptedException {
        int number = controller
                .admin()
                .json(path() + "/api/json")
                .path("nextBuildNumber")
                .asInt();
        HttpResponse<String> answer = controller.as(user).post(path() + "/build", Map.of("delay", "0sec"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Build(controller, fullName, number);
    }

    /** Starts a build, as the administrator. */
    Build build() throws IOException, InterruptedException {
        return build(User.ADMIN);
    }

    /** Starts a build with this Pipeline, and waits until it has ended well. */
    Build succeeds(String script) throws IOException, InterruptedException {
        Build build = script(script).build();
        assertThat(build.result()).as(build.console()).isEqualTo("SUCCESS");
        return build;
    }

    /** A build that was started otherwise. */
    Build build(int number) {
        return new Build(controller, fullName, number);
    }

    /** Its full name. */
    String fullName() {
        return fullName;
    }

    /** Its page. */
    String path() {
        return Items.path(fullName);
    }

    private static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
