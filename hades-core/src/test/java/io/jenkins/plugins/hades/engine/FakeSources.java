package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.CheckedArchive;
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
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, String> messages = new HashMap<>();

    /** Adds a branch whose only commit has this {@code hades.yml}. */
    synchronized void branch(String name, String config) {
        configs.put(name, config);
        heads.put(name, name);
    }

    /** Puts a branch or tag on a commit that has the same config as the one before, or that of the default branch. */
    synchronized void push(String name, String commit, String message) {
        String before = heads.getOrDefault(name, heads.get("main"));
        configs.put(commit, configs.get(before));
        messages.put(commit, message);
        heads.put(name, commit);
    }

    @Override
    public synchronized Fetched fetch(
            UUID project, GitSource source, Optional<String> ref, RemoteHost server, OperationContext context) {
        fetchedOn.add(server.spec().name());
        String name = GitRefs.shortName(ref.orElse("main"));
        String commit = heads.getOrDefault(name, name);
        if (!configs.containsKey(commit)) {
            throw new HadesException(ErrorKind.NOT_FOUND, "Looking for " + name, "there is no such reference", "");
        }
        String message = messages.getOrDefault(commit, "Change " + name);
        return new Fetched(
                new Revision.Git(source.url(), name, commit, message, "somebody", ""),
                "main",
                heads.getOrDefault("main", "main"),
                message);
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
    public SourceTree unpack(CheckedArchive archive, String subdirectory, RemoteHost server, OperationContext context) {
        return new SourceTree(
                archive.revision(), "/work", "sha256:" + archive.revision().sha256());
    }

    @Override
    public void tidy(RemoteHost server, OperationContext context) {
        // Nothing was checked out.
    }
}
