package io.jenkins.plugins.hades.cli.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.jenkins.plugins.hades.api.ProjectRegistry;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Names;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import io.jenkins.plugins.hades.source.GitUrl;
import io.jenkins.plugins.hades.store.ProjectStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Projects that were registered on the command line: a JSON file each. Thread-safe; blocks on the disk. */
public final class ProjectFiles implements ProjectRegistry {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private final Path folder;
    private final ProjectStore store;

    /**
     * @param folder where the files are; made when the first is written
     * @param store knows the projects' identities
     */
    public ProjectFiles(Path folder, ProjectStore store) {
        this.folder = folder;
        this.store = store;
    }

    @Override
    public synchronized Project register(String name, Registration registration) {
        Names.project(name);
        registration.repository().ifPresent(url -> GitUrl.of(url, false));
        Project project = store.findByName(name).orElseGet(() -> new Project(UUID.randomUUID(), name));
        Registration merged =
                find(project.name()).map(known -> merged(known, registration)).orElse(registration);
        try {
            PrivateFiles.createFolder(folder);
            PrivateFiles.replace(
                    file(name), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(merged));
        } catch (IOException e) {
            throw failed("Registering project " + name, e);
        }
        store.save(project);
        return project;
    }

    /** What was registered of a project of this name. */
    public Optional<Registration> find(String name) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file(name)), Registration.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("Reading what was registered of project " + name, e);
        }
    }

    private static Registration merged(Registration known, Registration given) {
        return new Registration(
                given.repository().or(known::repository),
                given.branch().or(known::branch),
                given.config().or(known::config),
                given.buildServer().or(known::buildServer),
                given.deployServer().or(known::deployServer));
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }

    private HadesException failed(String doing, IOException e) {
        return new HadesException(
                ErrorKind.INTERNAL, doing, String.valueOf(e.getMessage()), "Look at the folder " + folder, e);
    }
}
