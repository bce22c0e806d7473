package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Commits that a test made up: each reference is a commit, each commit has one config. */
final class FakeSources implements Sources {
    /** The servers to which something was fetched, in that order. */
    final List<String> fetchedOn = new CopyOnWriteArrayList<>();

    private final Map<String, String> configs = new HashMap<>();

    /** Adds a branch whose only commit has this {@code hades.yml}. */
    synchronized void branch(String name, String config) {
        configs.put(name, config);
    }

    @Override
    public synchronized Fetched fetch(
            UUID project, GitSource source, Optional<String> ref, RemoteHost server, OperationContext context) {
        fetchedOn.add(server.spec().name());
        String name = ref.orElse("main");
        if (!configs.containsKey(name)) {
            throw new HadesException(ErrorKind.NOT_FOUND, "Looking for " + name, "there is no such reference", "");
        }
        return new Fetched(
                new Revision.Git(source.url(), name, name, "Change " + name, "somebody", ""), "main", "main");
    }

    @Override
    public synchronized Optional<String> read(
            UUID project, String commit, String path, RemoteHost server, OperationContext context) {
        return path.equals("hades.yml") ? Optional.ofNullable(configs.get(commit)) : Optional.empty();
    }

    @Override
    public SourceTree checkout(
            UUID project,
            GitSource source,
            Fetched fetched,
            String subdirectory,
            boolean submodules,
            RemoteHost server,
            OperationContext context) {
        return new SourceTree(fetched.revision(), "/work", fetched.revision().commit());
    }

    @Override
    public void tidy(RemoteHost server, OperationContext context) {
        // Nothing was checked out.
    }
}
