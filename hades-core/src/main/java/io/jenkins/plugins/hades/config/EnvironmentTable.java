package io.jenkins.plugins.hades.config;

import io.jenkins.plugins.hades.config.schema.Form;
import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.ObjectForm;
import io.jenkins.plugins.hades.config.schema.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys of an environment in {@code environments}. */
final class EnvironmentTable extends ObjectForm<EnvironmentConfig> {
    private final Key<String> target = key(
            "target",
            targets(),
            "docker",
            "Where and how it runs: docker (a container), or files (a folder of files that a link is switched to).");
    private final Key<List<String>> branches = key(
            "branches",
            Forms.oneOrMore(ConfigForms.branch()),
            "[]",
            "The branches that may be deployed to it, as names or patterns: * within a part, ** across parts. The first one without a star is deployed when no other is asked for. Without any, every branch may be.");
    private final Key<List<String>> tags = key(
            "tags",
            Forms.oneOrMore(ConfigForms.tag()),
            "[]",
            "The tags whose push deploys it where deploy-on-push is tags or all, as names or patterns: * within a part, ** across parts.");
    private final Key<PushSwitch> pushes = key(
            "deploy-on-push",
            pushWords(),
            "none",
            "Which pushes deploy it: none, branches (to its branches), tags (of its tags), or all of both.");
    private final Key<Optional<String>> buildServer =
            optional("build-server", Forms.name(Names.SERVERS), "The server on which its images are built.");
    private final Key<Optional<String>> deployServer =
            optional("deploy-server", Forms.name(Names.SERVERS), "The server on which it runs.");
    private final Key<Optional<Integer>> publish = optional(
            "publish",
            Forms.port(),
            "The port of the server under which run.port is reached from everywhere; takes the place of run.publish.");
    private final Key<Integer> keep = key(
            "keep",
            Forms.whole("a number of releases", 1, 1000),
            String.valueOf(EnvironmentConfig.KEEP),
            "How many releases that served stay ready to be rolled back to. The images of older ones are removed from the servers after a deployment.");
    private final Key<Map<String, String>> variables = key(
            "variables",
            Forms.map(Names.VARIABLES, Forms.text()),
            "{}",
            "Public variables, given at build and at run, that hold where none is set for the environment in Hades. Secrets do not belong here.");

    EnvironmentTable() {
        super("an environment");
        needsWhere(pushes, List.of("branches", "all"), branches);
        needsWhere(pushes, List.of("tags", "all"), tags);
    }

    @Override
    protected EnvironmentConfig make(Values values) {
        return new EnvironmentConfig(
                values.get(target),
                values.get(branches),
                values.get(tags),
                values.get(pushes),
                values.get(buildServer),
                values.get(deployServer),
                values.get(publish).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                values.get(keep),
                values.get(variables));
    }

    private static Form<PushSwitch> pushWords() {
        Map<String, PushSwitch> words = new LinkedHashMap<>();
        for (PushSwitch word : PushSwitch.values()) {
            words.put(word.name().toLowerCase(Locale.ROOT), word);
        }
        return Forms.choice(words);
    }

    private static Form<String> targets() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("docker", "docker");
        words.put("files", "files");
        return Forms.choice(words);
    }
}
