package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.config.PortMapping;
import io.jenkins.plugins.hades.config.RunConfig;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.target.Link;
import java.util.ArrayList;
import java.util.List;

/** Where a container is reached. */
final class Urls {
    private Urls() {}

    /**
     * The URL of {@code run.port}: under its fixed port of the server, otherwise under the loopback port, which only the server itself reaches.
     * Empty if the application serves nothing.
     */
    static String of(ServerSpec server, RunConfig run, Container container) {
        if (run.port().isEmpty()) {
            return "";
        }
        if (run.publish().isPresent()) {
            return "http://" + host(server) + ":" + run.publish().getAsInt();
        }
        if (run.network().filter("host"::equals).isPresent()) {
            return "http://" + host(server) + ":" + run.port().getAsInt();
        }
        return container.port().isPresent()
                ? "http://127.0.0.1:" + container.port().getAsInt()
                : "";
    }

    /** All places: the URL, and each further published port. */
    static List<Link> links(ServerSpec server, RunConfig run, Container container) {
        List<Link> links = new ArrayList<>();
        String url = of(server, run, container);
        if (!url.isEmpty()) {
            links.add(new Link("application", url));
        }
        for (PortMapping mapping : run.ports()) {
            boolean everywhere =
                    mapping.address().equals("0.0.0.0") || mapping.address().equals("::");
            links.add(new Link(
                    "port " + mapping.container() + "/" + mapping.protocol(),
                    mapping.protocol() + "://" + (everywhere ? host(server) : bracketed(mapping.address())) + ":"
                            + mapping.host()));
        }
        return links;
    }

    private static String host(ServerSpec server) {
        return bracketed(server.address().host());
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
