package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.api.Callers.Kind;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentsTest extends OnApi {
    private static final String BASE = "/hades/api/v1";

    @Test
    void oneRequestTellsAllThatADashboardNeeds() {
        Environment production = bed.environment(bed.shop, "production");
        Operation first = bed.deploy(production);
        bed.release(production, first, "abc");
        Operation running = bed.store.operations().claim("test").orElseThrow();
        bed.deploy(production);

        JsonNode document =
                bed.get("/environments?include=project,release,operation").document();

        JsonNode environment = document.at("/data/0");
        assertThat(environment.at("/attributes/release").asInt()).isEqualTo(1);
        assertThat(environment.at("/links/self").asText()).isEqualTo(BASE + "/environments/" + production.id());
        assertThat(environment.at("/relationships/project/data/id").asText())
                .isEqualTo(bed.shop.id().toString());
        assertThat(environment.at("/relationships/release/data/id").asText()).isEqualTo(production.id() + ".1");
        assertThat(environment.at("/relationships/operation/data/id").asLong()).isEqualTo(running.id());
        assertThat(included(document)).containsExactlyInAnyOrder("projects", "releases", "operations");
    }

    @Test
    void whereNothingRunsTheNewestOperationIsTheLast() {
        Environment production = bed.environment(bed.shop, "production");
        bed.deploy(production);
        Operation newest = bed.deploy(production);
        Environment quiet = bed.environment(bed.shop, "quiet");

        JsonNode data = bed.get("/environments?include=operation").document().path("data");

        assertThat(data.at("/0/relationships/operation/data/id").asLong()).isEqualTo(newest.id());
        assertThat(data.at("/1/id").asText()).isEqualTo(quiet.id().toString());
        assertThat(data.at("/1/relationships/operation/data").isNull()).isTrue();
        assertThat(data.at("/1/relationships/release/data").isNull()).isTrue();
    }

    @Test
    void whatIsRelatedIsThereOnceAndOnlyWhenAsked() {
        bed.deploy(bed.environment(bed.shop, "production"));
        bed.deploy(bed.environment(bed.shop, "production"));

        JsonNode with = bed.get("/operations?include=environment.project").document();

        assertThat(included(with)).containsExactlyInAnyOrder("environments", "projects");
        assertThat(bed.get("/operations").document().has("included")).isFalse();
    }

    @Test
    void aReleaseAndItsOperationReferToEachOther() {
        Environment production = bed.environment(bed.shop, "production");
        Operation operation = bed.deploy(production);
        Release release = bed.release(production, operation, "abc");
        String path = "/environments/" + production.id() + "/releases/" + release.number();

        JsonNode shown = bed.get(path + "?include=operation,environment").document();

        assertThat(shown.at("/data/links/self").asText()).isEqualTo(BASE + path);
        assertThat(shown.at("/data/relationships/operation/data/id").asLong()).isEqualTo(operation.id());
        assertThat(included(shown)).containsExactlyInAnyOrder("environments", "operations");
        JsonNode made = bed.get("/operations/" + operation.id()).document();
        assertThat(made.at("/data/relationships/release/links/related").asText())
                .isEqualTo(BASE + path);
        assertThat(bed.get("/environments/" + production.id() + "/releases/2").status())
                .isEqualTo(404);
        assertThat(bed.get("/environments/" + production.id() + "/releases/99999999999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void environmentsAreFilteredAndSorted() {
        bed.environment(bed.shop, "staging");
        bed.environment(bed.shop, "pr-1");
        Environment failing = bed.environment(bed.shop, "pr-2");
        bed.environment(bed.vault, "production");
        bed.store.environments().transition(failing.id(), EnvironmentStatus.CREATE_PENDING, Optional.empty(), "");

        assertThat(names("/environments")).containsExactly("pr-1", "pr-2", "production", "staging");
        assertThat(names("/environments?sort=-name")).containsExactly("staging", "production", "pr-2", "pr-1");
        assertThat(names("/environments?sort=-since")).first().isNotNull();
        assertThat(names("/environments?filter[name]=pr-*")).containsExactly("pr-1", "pr-2");
        assertThat(names("/environments?filter[name]=*")).hasSize(4);
        assertThat(names("/environments?filter[name]=pr")).isEmpty();
        assertThat(names("/environments?filter[status]=CREATE_PENDING,RUNNING")).containsExactly("pr-2");
        assertThat(names("/environments?filter[project]=bank/vault")).containsExactly("production");
        assertThat(names("/environments?filter[project]=" + bed.shop.id())).hasSize(3);
        assertThat(names("/environments?filter[project]=nothing")).isEmpty();
        assertThat(names("/projects/" + bed.shop.id() + "/environments?filter[name]=staging"))
                .containsExactly("staging");
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEndedWhateverCameMeanwhile() {
        for (String name : List.of("a", "c", "e", "g")) {
            bed.environment(bed.shop, name);
        }
        JsonNode first = bed.get("/environments?page[size]=2&sort=name").document();
        bed.environment(bed.shop, "b");
        bed.environment(bed.shop, "d");

        String next = first.at("/links/next").asText();
        assertThat(next).startsWith(BASE + "/environments?page%5Bafter%5D=");
        assertThat(names(next.substring(BASE.length()))).containsExactly("d", "e");
        assertThat(walk("/environments?page[size]=2&sort=-name")).containsExactly("g", "e", "d", "c", "b", "a");
    }

    @Test
    void aPageOfOperationsIsFullThoughOthersLieBetween() {
        Environment ours = bed.environment(bed.shop, "production");
        Environment theirs = bed.environment(bed.vault, "production");
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            expected.add(0, bed.deploy(ours).id());
            bed.deploy(theirs);
            bed.deploy(theirs);
        }

        JsonNode page = bed.get("/operations?page[size]=8").by(Kind.VIEW).document();

        assertThat(ids(page)).isEqualTo(expected.subList(0, 8));
        String next = page.at("/links/next").asText().substring(BASE.length());
        assertThat(ids(bed.get(next).by(Kind.VIEW).document())).isEqualTo(expected.subList(8, 16));
    }

    @Test
    void theQueueIsWhatWaitsAndWhatRuns() {
        Environment production = bed.environment(bed.shop, "production");
        bed.deploy(production);
        Operation running = bed.deploy(production);
        bed.store.operations().claim("test");
        Operation waiting = bed.deploy(production);

        JsonNode queue =
                bed.get("/operations?filter[status]=QUEUED,RUNNING&sort=id").document();

        assertThat(ids(queue)).containsExactly(running.id(), waiting.id());
        assertThat(ids(bed.get("/operations?filter[status]=SUPERSEDED").document()))
                .hasSize(1);
        assertThat(ids(bed.get("/operations?filter[kind]=RESTART").document())).isEmpty();
        assertThat(ids(bed.get("/operations?filter[actor]=anna").document())).hasSize(3);
        assertThat(ids(bed.get("/operations?filter[project]=bank/vault").document()))
                .isEmpty();
    }

    private List<String> walk(String address) {
        List<String> names = new ArrayList<>();
        String next = address;
        while (!next.isEmpty()) {
            JsonNode page = bed.get(next).document();
            names.addAll(names(page));
            String link = page.at("/links/next").asText("");
            next = link.isEmpty() ? "" : link.substring(BASE.length());
        }
        return names;
    }

    private List<String> names(String address) {
        return names(bed.get(address).document());
    }

    private static List<String> names(JsonNode document) {
        List<String> names = new ArrayList<>();
        document.path("data")
                .forEach(item -> names.add(item.at("/attributes/name").asText()));
        return names;
    }

    private static List<Long> ids(JsonNode document) {
        List<Long> ids = new ArrayList<>();
        document.path("data").forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }

    private static List<String> included(JsonNode document) {
        List<String> types = new ArrayList<>();
        document.path("included").forEach(item -> types.add(item.path("type").asText()));
        return types;
    }
}
