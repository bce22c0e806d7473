package io.jenkins.plugins.hades.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version of the API is spoken with engines of many versions. The engines are scripts that answer as those versions do; real ones are met in the ITests. */
@Timeout(30)
class EngineVersionsTest {
    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "19.03.15, 1.40, 1.12, 1.40",
        "20.10.24, 1.41, 1.12, 1.41",
        "24.0.9, 1.43, 1.12, 1.43",
        "26.1.5, 1.45, 1.24, 1.44",
        "28.5.2, 1.51, 1.24, 1.44",
        "29.9.3, 1.55, 1.44, 1.44",
        "40.0.0, 1.70, 1.60, 1.60"
    })
    void a_version_that_both_sides_speak_is_agreed_on(String version, String newest, String oldest, String spoken)
            throws Exception {
        try (ScriptedEngine server = engine(version, newest, oldest);
                DockerEngines engines = new DockerEngines()) {
            DockerEngine engine = engines.engine(server.host(), new DetachedContext(line -> {}));

            assertThat(engine.apiVersion()).isEqualTo(spoken);
            assertThat(engine.info().version()).isEqualTo(version);
            assertThat(asked).startsWith("GET /_ping HTTP/1.1").endsWith("GET /v" + spoken + "/info HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({"18.09.9, 1.39", "1.12.6, 1.24"})
    void an_engine_that_is_too_old_is_told_with_its_version_and_what_is_needed(String version, String newest)
            throws Exception {
        try (ScriptedEngine server = engine(version, newest, "1.12");
                DockerEngines engines = new DockerEngines()) {
            HadesException failure = catchThrowableOfType(
                    HadesException.class, () -> engines.engine(server.host(), new DetachedContext(line -> {})));

            assertThat(failure.kind()).isEqualTo(ErrorKind.FAILED);
            assertThat(failure)
                    .hasMessageContaining("Docker " + version + " of server")
                    .hasMessageContaining("is too old: it speaks API " + newest + ", and at least 1.40 is needed");
            assertThat(failure.remedy()).contains("Upgrade it there to Docker 19.03 or newer");
        }
    }

    @Test
    void an_engine_that_does_not_say_its_version_is_told_too() throws Exception {
        try (ScriptedEngine server = ScriptedEngine.at(folder.resolve("docker.sock"), (in, out) -> {
                    ScriptedEngine.readHead(in);
                    out.write(answer("", "{}"));
                });
                DockerEngines engines = new DockerEngines()) {
            HadesException failure = catchThrowableOfType(
                    HadesException.class, () -> engines.engine(server.host(), new DetachedContext(line -> {})));

            assertThat(failure)
                    .hasMessageContaining("Docker of unknown version")
                    .hasMessageContaining("too old");
        }
    }

    private ScriptedEngine engine(String version, String newest, String oldest) throws IOException {
        return ScriptedEngine.at(folder.resolve("docker.sock"), (in, out) -> {
            String request = ScriptedEngine.readHead(in).lines().findFirst().orElse("");
            asked.add(request);
            String versions = "{\"Version\":\"" + version + "\",\"ApiVersion\":\"" + newest + "\",\"MinAPIVersion\":\""
                    + oldest + "\"}";
            String info = "{\"ID\":\"x\",\"ServerVersion\":\"" + version + "\",\"Driver\":\"overlay2\"}";
            out.write(
                    request.contains("/_ping")
                            ? answer("Api-Version: " + newest + "\r\n", "OK")
                            : answer("", request.contains("/version") ? versions : info));
        });
    }

    private static byte[] answer(String headers, String text) {
        return ("HTTP/1.1 200 OK\r\n" + headers + "Content-Type: application/json\r\nContent-Length: " + text.length()
                        + "\r\n\r\n" + text)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
