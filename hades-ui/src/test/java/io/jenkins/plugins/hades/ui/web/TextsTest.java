package io.jenkins.plugins.hades.ui.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.FailureReason;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The texts of the pages: each language has each, and each that a script names is there. */
class TextsTest {
    private static final Path FOLDER = Path.of("src/main/resources/io/jenkins/plugins/hades/ui/web");
    private static final Pattern KEY = Pattern.compile("'([a-z]+(?:\\.[A-Za-z_]+)+)'");
    private static final Pattern FILE = Pattern.compile(".*\\.(?:js|css|html|example|org|env)");
    private static final Pattern PLURAL = Pattern.compile("\\.(?:one|few|many|other)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void bothLanguagesHaveTheSameTexts() throws IOException {
        assertThat(singular(texts("ru"))).isEqualTo(singular(texts("en")));
    }

    @Test
    void aTranslationHasThePlacesOfItsOriginal() throws IOException {
        Map<String, String> russian = texts("ru");

        texts("en")
                .forEach((key, text) ->
                        assertThat(places(russian.get(key))).as(key).isEqualTo(places(text)));
    }

    @Test
    void everyTextThatAScriptNamesIsThere() throws IOException {
        assertThat(named()).isNotEmpty();
        assertThat(singular(texts("en"))).containsAll(named());
    }

    @Test
    void everyValueOfTheModelHasAWord() throws IOException {
        Set<String> wanted = Stream.of(
                        words("environment", EnvironmentStatus.values()),
                        words("operation", OperationStatus.values()),
                        words("kind", OperationKind.values()),
                        words("reason", FailureReason.values()),
                        words("scope", Scope.values()),
                        words("phase", Phase.values()))
                .flatMap(words -> words)
                .collect(Collectors.toSet());

        assertThat(texts("en").keySet()).containsAll(wanted);
    }

    @Test
    void everythingThatTheAuditTellsHasAWordAndCanBeFilteredBy() throws IOException {
        List<String> actions = new ObjectMapper()
                .readTree(Path.of("../docs/openapi.json").toFile())
                .findValuesAsText("x-hades-action");
        Set<String> wanted = Stream.concat(
                        actions.stream(), Stream.of("audit.remove", "push.deploy", "push.pass", "push.fail"))
                .map(action -> "did." + action)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(actions).contains("operation.submit");
        assertThat(texts("en").keySet()).containsAll(wanted);
        assertThat(named().stream().filter(key -> key.startsWith("did."))).containsExactlyElementsOf(wanted);
    }

    private static Stream<String> words(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + "." + value.name());
    }

    private static Map<String, String> texts(String language) throws IOException {
        return new ObjectMapper()
                .readValue(FOLDER.resolve("text/" + language + ".json").toFile(), new TypeReference<>() {});
    }

    /** The keys, those of a counted thing as one. */
    private static Set<String> singular(Map<String, String> texts) {
        return texts.keySet().stream()
                .map(key -> PLURAL.matcher(key).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> places(String text) {
        Matcher found = PLACEHOLDER.matcher(text);
        return found.results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    private static Set<String> named() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.filter(any -> any.toString().endsWith(".js")).toList()) {
                KEY.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !FILE.matcher(key).matches())
                        .forEach(keys::add);
            }
        }
        return keys;
    }
}
