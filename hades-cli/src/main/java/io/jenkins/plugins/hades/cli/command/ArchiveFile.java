package io.jenkins.plugins.hades.cli.command;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Upload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An archive of this machine that is to be deployed. */
record ArchiveFile(Path path) {
    /**
     * Uploads it to a project, and gives the id by which it is deployed.
     *
     * @throws HadesException of kind {@code NOT_FOUND} when there is no such file, {@code BAD_INPUT} when it is refused
     */
    String send(HadesClient client, Project project) throws InterruptedException {
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new HadesException(
                    ErrorKind.NOT_FOUND,
                    "Reading the archive " + path,
                    "there is no such file, or it may not be read",
                    "Give the path of a .tar.gz, .tar or .zip");
        }
        Upload upload = client.upload(
                "/projects/" + project.id() + "/uploads",
                Map.of("name", path.getFileName().toString()),
                path,
                Upload.class);
        return upload.id();
    }
}
