package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Upload;
import java.util.Comparator;
import java.util.List;

/** Archives that are uploaded to be deployed. What is uploaded twice is one archive, so that sending it again does no harm. */
final class UploadRoutes {
    /** The media type of an archive's bytes. */
    static final String BYTES = "application/octet-stream";

    private static final String LENGTH = "Content-Length";
    private static final Parameter NAME =
            new Parameter("name", "The archive's file name, such as app.tar.gz", "string");

    private final Engine engine;
    private final Subjects subjects;

    UploadRoutes(Engine engine, Subjects subjects) {
        this.engine = engine;
        this.subjects = subjects;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/projects/{project}/uploads", "The archives of a project that are kept, the newest first")
                        .needs(Permission.VIEW, subjects::ofProject)
                        .answers(200, "UploadList")
                        .by(this::list),
                Route.unsafe(
                                "POST",
                                "/projects/{project}/uploads",
                                "archive.upload",
                                "Takes a .tar.gz, .tar or .zip to be deployed, and checks it")
                        .needs(Permission.DEPLOY, subjects::ofProject)
                        .takes(NAME)
                        .receives(BYTES)
                        .answers(201, "Upload")
                        .by(this::receive));
    }

    private ApiResponse list(Exchange exchange) {
        Project project = subjects.project(exchange);
        List<ObjectNode> uploads = engine.uploads().list(project.id()).stream()
                .sorted(Comparator.comparing(Upload::at).reversed())
                .map(UploadRoutes::resource)
                .toList();
        return Documents.list(exchange, uploads);
    }

    private ApiResponse receive(Exchange exchange) {
        Project project = subjects.project(exchange);
        exchange.deed().toProject(project.id());
        String name = exchange.parameter(NAME.name())
                .orElseThrow(
                        () -> RequestProblem.parameter(NAME.name(), "it is missing", "Give the archive's file name"));
        ApiRequest request = exchange.request();
        request.header(LENGTH).ifPresent(length -> small(length, name));
        Upload upload = engine.upload(project.id(), name, request.caller().id(), request.content());
        exchange.deed().detail(upload.name() + ", sha256:" + upload.id() + ", " + upload.bytes() + " bytes");
        return Documents.one(exchange, 201, resource(upload));
    }

    /** Refuses at once what says itself that it is too large. */
    private void small(String length, String name) {
        long largest = engine.uploads().limits().packedBytes();
        if (!length.matches("[0-9]{1,18}") || Long.parseLong(length) > largest) {
            throw RequestProblem.header(
                    LENGTH,
                    413,
                    new HadesException(
                            ErrorKind.BAD_INPUT,
                            "Receiving the archive " + name,
                            "it is larger than " + largest + " bytes",
                            "Pack less, or have an administrator raise the largest size of an archive"));
        }
    }

    private static ObjectNode resource(Upload upload) {
        return Resources.plain("uploads", upload.id(), upload);
    }
}
