package io.jenkins.plugins.hades.source;

import io.jenkins.plugins.hades.context.DetachedContext;
import io.jenkins.plugins.hades.testbed.git.GitRepository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** A repository in a folder, a build server that is this machine, and what is between them. */
final class LocalSources {
    final Path home;
    final Path origins;
    final LocalServer server;
    final GitSources sources = new GitSources(new GitSettings(true));
    final UUID project = UUID.randomUUID();
    final List<String> log = new CopyOnWriteArrayList<>();
    final DetachedContext context = new DetachedContext(log::add);
    final GitRepository repository;

    LocalSources(Path folder) {
        try {
            home = Files.createDirectories(folder.resolve("home"));
            origins = Files.createDirectories(folder.resolve("origins"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new LocalServer(home);
        repository = GitRepository.create(origins, "app");
    }

    GitSource source() {
        return new GitSource(repository.path().toString(), new GitLogin.None(), List.of());
    }

    Sources.Fetched fetch(String ref) throws InterruptedException {
        return sources.fetch(project, source(), Optional.of(ref), server, context);
    }

    Sources.Fetched fetch() throws InterruptedException {
        return sources.fetch(project, source(), Optional.empty(), server, context);
    }

    Optional<String> read(String commit, String path) throws InterruptedException {
        return sources.read(project, commit, path, server, context);
    }

    SourceTree checkout(Sources.Fetched fetched, String subdirectory, boolean submodules) throws InterruptedException {
        return sources.checkout(project, source(), fetched, subdirectory, submodules, server, context);
    }

    SourceTree checkout(String ref) throws InterruptedException {
        return checkout(fetch(ref), "", false);
    }

    Path mirror() {
        return home.resolve(".hades/mirrors/" + project + ".git");
    }
}
