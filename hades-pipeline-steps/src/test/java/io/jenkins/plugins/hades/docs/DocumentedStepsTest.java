package io.jenkins.plugins.hades.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.steps.HadesDeployStep;
import io.jenkins.plugins.hades.steps.HadesEnvStep;
import io.jenkins.plugins.hades.steps.HadesSetEnvStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The steps in the README's Jenkinsfiles are those that Hades has, with arguments that they take. */
class DocumentedStepsTest {
    private static final Map<String, Class<?>> STEPS = Map.of(
            "hadesDeploy", HadesDeployStep.class,
            "hadesEnv", HadesEnvStep.class,
            "hadesSetEnv", HadesSetEnvStep.class);

    /** A step and what follows it: all in parentheses, or all on the line. */
    private static final Pattern CALL = Pattern.compile("\\b(hades[A-Z]\\w*)(?:\\(([^()]*)\\)| ([^\n]*))");

    private static final Pattern ARGUMENT = Pattern.compile("(?:^|[,(\n])\\s*(\\w+):");

    @Test
    void everyArgumentOfEveryStepIsOneThatItTakes() throws Exception {
        for (MatchResult call : calls()) {
            assertThat(STEPS).containsKey(call.group(1));
            assertThat(DataBound.names(STEPS.get(call.group(1))))
                    .as(call.group())
                    .containsAll(arguments(call));
        }
    }

    @Test
    void everyStepIsShownAndOneBlockShowsAllThatHadesDeployTakes() throws Exception {
        assertThat(calls()).extracting(call -> call.group(1)).containsAll(STEPS.keySet());
        assertThat(calls())
                .filteredOn(call -> call.group(1).equals("hadesDeploy"))
                .anySatisfy(call -> assertThat(arguments(call)).isEqualTo(DataBound.names(HadesDeployStep.class)));
    }

    private static List<MatchResult> calls() throws IOException {
        return Page.blocks("groovy").stream()
                .map(block -> block.replaceAll("(?m)\\s+//.*$", ""))
                .flatMap(block -> CALL.matcher(block).results())
                .toList();
    }

    private static Set<String> arguments(MatchResult call) {
        String text = call.group(2) == null ? call.group(3) : call.group(2);
        Set<String> names = new TreeSet<>();
        ARGUMENT.matcher(text.replaceAll("\\[[^\\]]*\\]", "[]")).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
