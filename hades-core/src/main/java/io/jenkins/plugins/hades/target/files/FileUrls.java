package io.jenkins.plugins.hades.target.files;

import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.target.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Where files are reached: by the web server that serves them, if the project says on which port it listens, otherwise as a folder. */
final class FileUrls {
    private FileUrls() {}

    static String of(FilesPlan plan, Home home) {
        RunConfig run = plan.settings().run();
        OptionalInt port = run.publish().isPresent() ? run.publish() : run.port();
        String host = plan.plan().server().spec().address().host();
        return port.isPresent()
                ? "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port.getAsInt()
                : folder(home);
    }

    static List<Link> links(FilesPlan plan, Home home) {
        List<Link> links = new ArrayList<>();
        String url = of(plan, home);
        links.add(new Link("files", folder(home)));
        if (!url.equals(folder(home))) {
            links.add(0, new Link("application", url));
        }
        return links;
    }

    private static String folder(Home home) {
        return "file://" + home.link();
    }
}
