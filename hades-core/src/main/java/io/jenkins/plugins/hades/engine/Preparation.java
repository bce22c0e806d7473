package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.EffectiveConfig;
import io.jenkins.plugins.hades.config.EnvironmentConfig;
import io.jenkins.plugins.hades.config.ProjectConfig;
import io.jenkins.plugins.hades.config.ServerAllowance;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.PushCause;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.CheckedArchive;
import io.jenkins.plugins.hades.source.GitSource;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.source.Uploads;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import io.jenkins.plugins.hades.ssh.ServerRole;
import java.util.Map;
import java.util.Optional;

/**
 * The first stage of a deployment: which source, with which config, on which servers. Trusted settings are read from the default branch or from
 * what was entered for the project; the rest from the source.
 */
final class Preparation {
    private final Sources sources;
    private final Servers servers;
    private final Uploads uploads;
    private final ConfigFiles configs;

    Preparation(Sources sources, Uploads uploads, Servers servers) {
        this.sources = sources;
        this.uploads = uploads;
        this.servers = servers;
        this.configs = new ConfigFiles(sources);
    }

    /** Brings the source to where it is needed, and finds out what holds. */
    Prepared prepare(Job job, Wanted wanted) throws InterruptedException {
        job.run().step("Fetch source");
        return wanted.archive().isPresent() ? archive(job, wanted.archive().get()) : commit(job, wanted.ref());
    }

    private Prepared commit(Job job, Optional<String> ref) throws InterruptedException {
        GitSource git = job.definition()
                .git()
                .orElseThrow(() -> new HadesException(
                        ErrorKind.BAD_INPUT,
                        "Fetching the source of project " + job.project().name(),
                        "the project has no repository",
                        "Set its repository, or deploy an archive"));
        RemoteHost reader = servers.builder(firstBuildServer(job), job.project().name());
        Optional<String> asked = ref.or(() -> job.definition().branch());
        Optional<PushCause> push = job.run().operation().push();
        Sources.Fetched fetched = sources.fetch(job.project().id(), git, asked, reader, job.run());
        if (push.isPresent()) {
            fetched = fetched.asRef(GitRefs.shortName(push.get().ref()));
        }
        ProjectConfig trusted = configs.trusted(job, fetched, reader);
        String trustedCommit = fetched.trustedCommit();
        EnvironmentConfig environment =
                trusted.environments().getOrDefault(job.environment().name(), EnvironmentConfig.ofDefaults());
        Optional<String> own = ref.isEmpty() ? environment.ownBranch() : Optional.empty();
        if (own.isPresent() && !own.equals(asked)) {
            fetched = sources.fetch(job.project().id(), git, own, reader, job.run());
        }
        EffectiveConfig config = EffectiveConfig.of(
                trusted,
                configs.ofRevision(job, trusted, trustedCommit, fetched, reader),
                job.environment().name());
        config.notes().forEach(job.run()::log);
        admit(job, config);
        push.ifPresent(cause ->
                Admission.checkPush(config.environment(), job.environment().name(), cause.ref()));
        Revision.Git revision = fetched.revision();
        job.run().log("Commit " + revision.commit() + " of " + revision.ref() + ": " + revision.subject());
        return place(job, new CommitOrigin(sources, git, fetched), config, trusted.environments(), reader);
    }

    private Prepared archive(Job job, String digest) throws InterruptedException {
        CheckedArchive archive = uploads.open(job.project().id(), digest);
        job.run().log("Archive " + archive.revision().name() + ", sha256:" + digest);
        RemoteHost reader = servers.builder(firstBuildServer(job), job.project().name());
        ProjectConfig trusted = configs.trusted(job, reader);
        EffectiveConfig config = EffectiveConfig.of(
                trusted,
                configs.ofArchive(job, trusted, archive),
                job.environment().name());
        config.notes().forEach(job.run()::log);
        admit(job, config);
        return place(job, new ArchiveOrigin(sources, archive), config, trusted.environments(), reader);
    }

    private Prepared place(
            Job job,
            Origin origin,
            EffectiveConfig config,
            Map<String, EnvironmentConfig> environments,
            RemoteHost reader)
            throws InterruptedException {
        ServerChoice choice = choice(job)
                .or(new ServerChoice(
                        config.environment().buildServer(), config.environment().deployServer()));
        RemoteHost build = servers.builder(
                choice.build().orElse(reader.spec().name()), job.project().name());
        RemoteHost deploy = servers.host(choice.deploy()
                .or(() -> running(job))
                .orElseGet(() -> servers.only(ServerRole.DEPLOY, job.project().name())));
        stay(job, deploy);
        ServerAllowance.check(deploy.spec(), job.project().name(), config.run());
        Origin there = build.spec().equals(reader.spec()) ? origin : origin.on(build, job);
        return new Prepared(there, config, environments, build, deploy);
    }

    /** The server that the environment runs on: there it stays where none is named. */
    private Optional<String> running(Job job) {
        return job.current()
                .map(Release::deployServer)
                .filter(name -> servers.fits(name, job.project().name(), ServerRole.DEPLOY));
    }

    private String firstBuildServer(Job job) {
        return choice(job)
                .build()
                .or(() -> job.current()
                        .map(Release::buildServer)
                        .filter(name -> servers.fits(name, job.project().name(), ServerRole.BUILD)))
                .orElseGet(() -> servers.anyFor(job.project().name(), ServerRole.BUILD));
    }

    private static ServerChoice choice(Job job) {
        ServerChoice asked =
                new ServerChoice(job.request().buildServer(), job.request().deployServer());
        ServerChoice configured = job.definition()
                .environments()
                .getOrDefault(job.environment().name(), ServerChoice.NONE)
                .or(job.definition().servers());
        return asked.or(configured);
    }

    private static void admit(Job job, EffectiveConfig config) {
        job.request()
                .branchJob()
                .ifPresent(branch ->
                        Admission.check(config.environment(), job.environment().name(), branch));
    }

    private static void stay(Job job, RemoteHost deploy) {
        job.current()
                .filter(release -> !release.deployServer().equals(deploy.spec().name()))
                .ifPresent(release -> {
                    throw new HadesException(
                            ErrorKind.CONFLICT,
                            "Deploying environment " + job.environment().name() + " to server "
                                    + deploy.spec().name(),
                            "it runs on server " + release.deployServer(),
                            "Deploy it there, or destroy the environment first");
                });
    }
}
