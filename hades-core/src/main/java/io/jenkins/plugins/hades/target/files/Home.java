package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.SettledContext;
import io.jenkins.plugins.hades.target.RunPlan;
import io.jenkins.plugins.hades.target.Slug;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The folder of an environment on its server. It is found by the environment's id, so it stays the environment's when the project gets
 * another name. Every method blocks and may be repeated.
 *
 * @param server the server
 * @param environment the environment's id
 * @param folder the folder, from Hades' own folder there
 * @param path the folder's absolute path
 * @param doing what is being done, for errors
 */
record Home(FilesServer server, String environment, String folder, String path, String doing) {
    /**
     * Finds the folder, or where it will be.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException of kind {@code CONFLICT} when something else is there
     */
    static Home find(RunPlan plan, OperationContext context) throws InterruptedException {
        FilesServer server = new FilesServer(plan.server(), context);
        String id = plan.environment().id().toString();
        String name = plan.project().name() + "/" + plan.environment().name();
        String doing = "Serving the files of " + name + " on server " + server.name();
        String found = server.run(
                doing,
                "home",
                id,
                Slug.of(plan.project().name()),
                plan.environment().name());
        List<String> lines = found.lines().toList();
        return new Home(server, id, lines.get(0), lines.get(1), doing);
    }

    /** The same for work that must be done although the operation was stopped. */
    Home settled() {
        FilesServer same = new FilesServer(server.host(), new SettledContext(server.context()));
        return new Home(same, environment, folder, path, doing);
    }

    /** The absolute path of the link to what is served. */
    String link() {
        return path + "/current";
    }

    /** The release that is served; 0 if none is. */
    int current() throws InterruptedException {
        return server.current(doing, folder);
    }

    boolean has(int release) throws InterruptedException {
        return server.ask(doing, "has", folder, String.valueOf(release));
    }

    void prepare(int release, String digest) throws InterruptedException {
        server.run(doing, "prepare", folder, environment, String.valueOf(release), digest);
    }

    void variables(int release, String text) throws InterruptedException {
        server.run(
                doing,
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "variables",
                folder,
                String.valueOf(release));
    }

    void switchTo(int release) throws InterruptedException {
        server.run(doing, "switch", folder, String.valueOf(release));
    }

    void unlink() throws InterruptedException {
        server.run(doing, "unlink", folder);
    }

    void tidy(int kept) throws InterruptedException {
        server.run(doing, "tidy", folder, String.valueOf(kept));
    }

    void remove() throws InterruptedException {
        server.run(doing, "remove", folder);
    }
}
