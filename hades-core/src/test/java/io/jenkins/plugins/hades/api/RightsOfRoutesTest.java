package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Callers.Kind;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.source.Packed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route with every kind of caller. A route that the table lacks fails the test. */
class RightsOfRoutesTest extends OnApi {
    /** Who gets through: everybody, or whoever has a permission. */
    private static final Map<String, Row> TABLE = new TreeMap<>();

    private static final String UPLOAD = "POST /projects/{project}/uploads";

    static {
        everybody("GET /openapi.json");
        everybody("GET /projects");
        everybody("GET /environments");
        everybody("GET /operations");
        everybody("GET /rights");
        only(Permission.ADMINISTER, "PUT /projects/{name}", "{\"repository\": \"https://example.org/x.git\"}");
        only(Permission.ADMINISTER, "GET /servers", "");
        only(Permission.ADMINISTER, "GET /server-registry", "");
        only(
                Permission.ADMINISTER,
                "POST /servers",
                "{\"name\": \"beta\", \"host\": \"10.0.0.6\", \"credentialsId\": \"key\", \"hostKeys\": [\"SHA256:x\"],"
                        + " \"roles\": [\"DEPLOY\"], \"projects\": [], \"mounts\": []}");
        only(Permission.ADMINISTER, "DELETE /servers/{server}", "");
        only(Permission.ADMINISTER, "POST /servers/{server}/check", "");
        String credential = "{\"kind\": \"SECRET_TEXT\", \"id\": \"token\", \"secret\": \"x\"}";
        only(Permission.ADMINISTER, "POST /credentials", credential);
        only(Permission.CONFIGURE, "POST /projects/{project}/credentials", credential);
        only(Permission.ADMINISTER, "GET /access", "");
        only(
                Permission.ADMINISTER,
                "PATCH /access",
                "{\"project\": \"{project}\", \"sid\": \"anna\", \"kind\": \"USER\", \"level\": \"READ\"}");
        only(Permission.ADMINISTER, "POST /host-keys", "{\"host\": \"10.0.0.6\"}");
        only(Permission.VIEW, "GET /projects/{project}", "");
        only(Permission.VIEW, "GET /projects/{project}/rights", "");
        only(Permission.VIEW, "GET /projects/{project}/environments", "");
        only(Permission.DEPLOY, "POST /projects/{project}/environments", "{\"name\": \"next\"}");
        only(Permission.VIEW, "GET /projects/{project}/uploads", "");
        only(Permission.DEPLOY, UPLOAD, "");
        only(Permission.VIEW, "GET /environments/{environment}", "");
        only(Permission.VIEW, "GET /environments/{environment}/releases", "");
        only(Permission.VIEW, "GET /environments/{environment}/releases/{release}", "");
        only(Permission.VIEW, "GET /environments/{environment}/operations", "");
        only(Permission.DEPLOY, "POST /environments/{environment}/operations", "{\"kind\": \"DEPLOY\"}");
        only(Permission.VIEW, "GET /environments/{environment}/variables", "");
        only(Permission.CONFIGURE, "PATCH /environments/{environment}/variables", "{}");
        only(Permission.VIEW, "GET /environments/{environment}/variables/history", "");
        only(Permission.VIEW, "GET /environments/{environment}/releases/{release}/difference", "");
        only(Permission.VIEW, "GET /environments/{environment}/lock", "");
        only(Permission.DEPLOY, "POST /environments/{environment}/lock", "{\"reason\": \"x\", \"time\": \"PT1M\"}");
        only(Permission.DEPLOY, "DELETE /environments/{environment}/lock", "");
        only(Permission.CONFIGURE, "POST /environments/{environment}/lock/break", "");
        only(Permission.ADMINISTER, "GET /audit", "");
        only(Permission.VIEW, "GET /projects/{project}/audit", "");
        only(Permission.VIEW, "GET /operations/{operation}", "");
        only(Permission.VIEW, "GET /operations/{operation}/steps", "");
        only(Permission.VIEW, "GET /operations/{operation}/log", "");
        only(Permission.DEPLOY, "POST /operations/{operation}/cancel", "{}");
    }

    private record Row(List<Kind> passes, String body) {}

    private static void everybody(String route) {
        TABLE.put(route, new Row(List.of(Kind.values()), ""));
    }

    private static void only(Permission permission, String route, String body) {
        TABLE.put(
                route,
                new Row(
                        Stream.of(Kind.values())
                                .filter(kind -> kind.has(permission))
                                .toList(),
                        body));
    }

    static Stream<String> routes() {
        return TABLE.keySet().stream();
    }

    @Test
    void theTableHasEveryRouteAndNoOther() {
        assertThat(bed.router.routes().stream().map(route -> route.method() + " " + route.template()))
                .containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whoHasTheRightGetsThroughAndNobodyElse(String route) {
        for (Kind kind : Kind.values()) {
            boolean passes = TABLE.get(route).passes().contains(kind);
            bed.unlock(bed.environment(bed.shop, "production"));
            int status = sending(route, bed.shop).by(kind).status();

            if (passes) {
                assertThat(status).as("%s by %s", route, kind).isBetween(200, 299);
            } else {
                assertThat(status).as("%s by %s", route, kind).isEqualTo(refusal(route, kind));
            }
        }
    }

    /** Whether its path names a project, or something of one. */
    private static boolean ofProject(String route) {
        return route.contains("{") && !route.contains("{name}") && !route.contains("{server}");
    }

    /** A project that the caller may not see is not there. */
    private static int refusal(String route, Kind kind) {
        return kind == Kind.NONE && ofProject(route) ? 404 : 403;
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aForeignProjectLooksLikeOneThatDoesNotExist(String route) {
        if (!ofProject(route)) {
            return;
        }
        for (Kind kind : List.of(Kind.NONE, Kind.VIEW, Kind.DEPLOY, Kind.CONFIGURE, Kind.CONSOLE)) {
            Map<String, String> there = parts(bed.vault);
            Map<String, String> nowhere = Map.of(
                    "{project}", "00000000-0000-0000-0000-000000000001",
                    "{environment}", "00000000-0000-0000-0000-000000000001",
                    "{operation}", "999999",
                    "{release}", "1");

            String foreign = sending(route, there).by(kind).answer().toString();
            String missing = sending(route, nowhere).by(kind).answer().toString();

            assertThat(withoutNames(foreign, there))
                    .as("%s by %s", route, kind)
                    .isEqualTo(withoutNames(missing, nowhere));
            assertThat(foreign).contains("status=404").doesNotContain("vault");
        }
    }

    private static String withoutNames(String answer, Map<String, String> names) {
        String plain = answer;
        for (String name : List.of("{project}", "{environment}", "{operation}")) {
            plain = plain.replace(" " + names.get(name) + " ", " … ");
        }
        return plain;
    }

    @Test
    void listsHoldWhatTheCallerMaySeeOnly() {
        parts(bed.shop);
        parts(bed.vault);
        for (String list : List.of("/projects", "/environments", "/operations")) {
            assertThat(bed.get(list).by(Kind.NONE).document().path("data"))
                    .as(list)
                    .isEmpty();
            assertThat(bed.get(list).by(Kind.VIEW).document().path("data"))
                    .as(list)
                    .hasSize(1);
            assertThat(bed.get(list).by(Kind.ADMINISTER).document().path("data"))
                    .as(list)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void whatChangesSomethingNeedsAProofAndJson(String route) {
        int unguarded = sending(route, bed.shop).unguarded().status();
        int plain = sending(route, bed.shop).type("text/plain").status();
        int none = sending(route, bed.shop).type("").status();
        int form = sending(route, bed.shop)
                .type("application/x-www-form-urlencoded")
                .status();

        if (route.startsWith("GET ")) {
            assertThat(List.of(unguarded, plain, none, form)).containsOnly(200);
        } else {
            assertThat(unguarded).isEqualTo(403);
            assertThat(List.of(plain, none, form)).containsOnly(415);
        }
    }

    private Sending sending(String route, Project project) {
        return sending(route, parts(project));
    }

    private Sending sending(String route, Map<String, String> parts) {
        String address = route.substring(route.indexOf(' ') + 1);
        for (Map.Entry<String, String> part : parts.entrySet()) {
            address = address.replace(part.getKey(), part.getValue());
        }
        String method = route.substring(0, route.indexOf(' '));
        if (route.equals(UPLOAD)) {
            return new Sending(bed.router, method, address + "?name=app.tar")
                    .bytes(Packed.tar("Dockerfile", "FROM scratch"));
        }
        String body = TABLE.get(route).body().replace("{project}", bed.shop.id().toString());
        return new Sending(bed.router, method, address).body(body);
    }

    /** Something in a project for each part of a path. */
    private Map<String, String> parts(Project project) {
        Environment environment = bed.environment(project, "production");
        Operation operation = bed.store.operations().list(Optional.of(environment.id()), 0, 1).stream()
                .findFirst()
                .orElseGet(() -> bed.deploy(environment));
        if (bed.store.releases().list(environment.id(), 1).isEmpty()) {
            bed.release(environment, operation, "one");
        }
        return Map.of(
                "{name}",
                "new",
                "{server}",
                "spare",
                "{project}",
                project.id().toString(),
                "{environment}",
                environment.id().toString(),
                "{operation}",
                Long.toString(operation.id()),
                "{release}",
                "1");
    }
}
