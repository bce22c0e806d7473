package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import io.jenkins.plugins.hades.source.Packed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadsTest extends OnApi {
    private static final byte[] ARCHIVE = Packed.gzip(Packed.tar("hades.yml", "run: {port: 80}"));

    @Test
    void anArchiveIsUploadedAndThenDeployedByItsId() {
        JsonNode upload = uploaded("app.tar.gz", ARCHIVE).document().at("/data");
        Environment environment = bed.environment(bed.shop, "production");

        JsonNode operation = deploy(environment, upload.path("id").asText()).document();

        assertThat(upload.at("/attributes/name").asText()).isEqualTo("app.tar.gz");
        assertThat(upload.at("/attributes/bytes").asInt()).isEqualTo(ARCHIVE.length);
        assertThat(upload.at("/attributes/by").asText()).isNotEmpty();
        assertThat(operation.at("/data/attributes/request/archive").asText())
                .isEqualTo(upload.path("id").asText());
        assertThat(bed.get(path()).document().at("/data/0/id")).isEqualTo(upload.path("id"));
    }

    @Test
    void theAuditTellsWhatWasUploaded() {
        String id = uploaded("app.tar.gz", ARCHIVE).document().at("/data/id").asText();

        JsonNode record =
                bed.get("/projects/" + bed.shop.id() + "/audit").document().at("/data/0/attributes");

        assertThat(record.path("action").asText()).isEqualTo("archive.upload");
        assertThat(record.path("detail").asText()).contains("app.tar.gz, sha256:" + id);
    }

    @Test
    void theSameArchiveTwiceIsOne() {
        uploaded("app.tar.gz", ARCHIVE).document();
        uploaded("app.tar.gz", ARCHIVE).document();

        assertThat(bed.get(path()).document().path("data")).hasSize(1);
    }

    @Test
    void aRefusalSaysWhy() {
        JsonNode error = uploaded("app.tar", Packed.tar("../x", "y")).error();

        assertThat(error.path("status").asText()).isEqualTo("400");
        assertThat(error.path("detail").asText())
                .isEqualTo("its entry \"../x\" leads out of the archive's folder by \"..\"");
        assertThat(error.at("/meta/remedy").asText()).isNotEmpty();
        assertThat(bed.get(path()).document().path("data")).isEmpty();
    }

    @Test
    void whatSaysThatItIsTooLargeIsNotRead() {
        String length = Long.toString(ArchiveLimits.LARGEST + 1);

        JsonNode error =
                uploaded("app.tar", ARCHIVE).header("Content-Length", length).error();

        assertThat(error.path("status").asText()).isEqualTo("413");
        assertThat(error.path("detail").asText()).contains("it is larger than " + ArchiveLimits.LARGEST + " bytes");
    }

    @Test
    void anArchiveOfAnotherProjectIsNotThere() {
        String foreign = bed.send("POST", "/projects/" + bed.vault.id() + "/uploads?name=a.tar", "")
                .bytes(ARCHIVE)
                .document()
                .at("/data/id")
                .asText();
        Environment environment = bed.environment(bed.shop, "production");

        assertThat(deploy(environment, foreign).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "id \"{0}\"")
    @ValueSource(strings = {"../../etc/passwd", "abc", "", "<script>", "' OR 1=1"})
    void whatIsNoIdIsRefused(String id) {
        JsonNode error = deploy(bed.environment(bed.shop, "production"), id).error();

        assertThat(error.path("status").asText()).isEqualTo("400");
        assertThat(error.path("detail").asText()).contains("no digest of an uploaded archive");
    }

    @Test
    void anArchiveBesideACommitIsRefused() {
        Environment environment = bed.environment(bed.shop, "production");
        String body = "{\"kind\": \"DEPLOY\", \"ref\": \"main\", \"archive\": \"" + "a".repeat(64) + "\"}";

        assertThat(bed.send("POST", "/environments/" + environment.id() + "/operations", body)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void anArchiveWithoutANameIsRefused() {
        assertThat(bed.send("POST", path(), "")
                        .bytes(ARCHIVE)
                        .error()
                        .at("/source/parameter")
                        .asText())
                .isEqualTo("name");
    }

    private Sending uploaded(String name, byte[] archive) {
        return bed.send("POST", path() + "?name=" + name, "").bytes(archive);
    }

    private Sending deploy(Environment environment, String archive) {
        return bed.send(
                "POST",
                "/environments/" + environment.id() + "/operations",
                "{\"kind\": \"DEPLOY\", \"archive\": \"" + archive + "\"}");
    }

    private String path() {
        return "/projects/" + bed.shop.id() + "/uploads";
    }
}
