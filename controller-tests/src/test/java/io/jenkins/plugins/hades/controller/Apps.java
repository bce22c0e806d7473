package io.jenkins.plugins.hades.controller;

import io.jenkins.plugins.hades.testbed.Testbed;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import io.jenkins.plugins.hades.testbed.git.GitSsh;
import io.jenkins.plugins.hades.testbed.ssh.KeyType;
import io.jenkins.plugins.hades.testbed.ssh.SshKey;
import java.util.Map;

/** Applications to deploy: branches of one repository, each with a project of its own at an item of Jenkins. */
final class Apps {
    static final String CONFIG = """
            run: {port: 8080}
            health: {http: /index.html}
            """;
    private static final String SERVING = """
            FROM busybox:hades
            COPY version.txt /www/index.html
            %sCMD ["busybox", "httpd", "-f", "-p", "8080", "-h", "/www"]
            """;

    private final GitSsh git;
    private final SshKey key;
    private final GitRepository repository;

    Apps(Testbed testbed) {
        git = testbed.git().ssh();
        key = SshKey.generate(testbed.folder("git-key"), KeyType.ED25519);
        repository = testbed.git().create("apps");
        repository.commit("The trusted config", Map.of("hades.yml", CONFIG));
        git.allow(repository, key);
    }

    /** The key that reads the repository. */
    SshKey key() {
        return key;
    }

    /** The Git host. */
    GitSsh host() {
        return git;
    }

    /** The repository's address. */
    String url() {
        return git.url(repository);
    }

    /** Commits an application that serves this text. */
    void serving(String branch, String text) {
        commit(branch, SERVING.formatted(""), text);
    }

    /** Commits an application that serves this text, and takes about so many seconds to build. */
    void slow(String branch, String text, int seconds) {
        commit(
                branch,
                SERVING.formatted("RUN i=0; while [ $i -lt %d ]; do sleep 1; i=$((i+1)); done\n".formatted(seconds)),
                text);
    }

    /** Commits an application that is healthy only after a minute. */
    void hesitating(String branch, String text) {
        commit(
                branch,
                SERVING.formatted("")
                        .replaceFirst("CMD .*", "CMD [\"sh\", \"-c\", \"sleep 60; exec httpd -f -p 8080 -h /www\"]"),
                text);
    }

    private void commit(String branch, String dockerfile, String text) {
        repository.branch(branch);
        repository.commit(text, Map.of("Dockerfile", dockerfile, "hades.yml", CONFIG, "version.txt", text + "\n"));
    }

    /** The settings that bind the project of this branch. */
    String settings(String branch) {
        return """
                <settings>
                  <repository>%s</repository>
                  <credentialsId>git-key</credentialsId>
                  <branch>%s</branch>
                </settings>
                """.formatted(url(), branch);
    }

    /** The property of a job that binds the project of this branch to it. */
    String binding(String branch) {
        return """
                <io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty plugin="hades-core">
                %s</io.jenkins.plugins.hades.jenkins.project.ProjectJobProperty>
                """.formatted(settings(branch));
    }

    /** The property of a folder that binds the project of this branch to it. */
    String folderBinding(String branch) {
        return """
                <io.jenkins.plugins.hades.jenkins.project.ProjectFolderProperty plugin="hades-core">
                %s</io.jenkins.plugins.hades.jenkins.project.ProjectFolderProperty>
                """.formatted(settings(branch));
    }
}
