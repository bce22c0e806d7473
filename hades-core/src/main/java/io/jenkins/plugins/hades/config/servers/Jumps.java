package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.error.Nearest;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts servers together with those that they are reached through. */
final class Jumps {
    private final Map<String, ServerDraft> drafts;
    private final Map<String, ServerSpec> complete = new LinkedHashMap<>();

    private Jumps(Map<String, ServerDraft> drafts) {
        this.drafts = drafts;
    }

    /** The servers by name, in the order of the file; jumps that lead nowhere or in a circle are reported and left out. */
    static Map<String, ServerSpec> resolved(Map<String, ServerDraft> drafts) {
        Jumps jumps = new Jumps(drafts);
        Map<String, ServerSpec> servers = new LinkedHashMap<>();
        drafts.keySet().forEach(name -> servers.put(name, jumps.server(name, new ArrayList<>())));
        return Collections.unmodifiableMap(servers);
    }

    private ServerSpec server(String name, List<String> way) {
        ServerSpec known = complete.get(name);
        if (known != null) {
            return known;
        }
        way.add(name);
        ServerDraft draft = drafts.get(name);
        Optional<ServerSpec> through = draft.jump().flatMap(next -> through(next, draft, way));
        ServerSpec server = draft.complete(name, through);
        complete.put(name, server);
        return server;
    }

    private Optional<ServerSpec> through(String next, ServerDraft draft, List<String> way) {
        if (!drafts.containsKey(next)) {
            String hint = Nearest.of(next, drafts.keySet())
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse("");
            draft.wrongJump().accept("there is no server \"" + next + "\" in this file", "the name of one" + hint);
            return Optional.empty();
        }
        if (way.contains(next)) {
            draft.wrongJump()
                    .accept(
                            "the way leads in a circle: " + String.join(" → ", way) + " → " + next,
                            "a server that is reached without this one");
            return Optional.empty();
        }
        return Optional.of(server(next, way));
    }
}
