package io.jenkins.plugins.hades.cli.browser;

import io.jenkins.plugins.hades.testbed.process.Launched;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The distribution's Chromium without a window, with a profile of its own. It reaches this machine's loopback and nothing else. */
public final class Chromium implements AutoCloseable {
    private final Launched process;
    private final DevTools tools;

    private Chromium(Launched process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** Starts it. */
    public static Chromium start(Path folder) throws IOException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Path port = profile.resolve("DevToolsActivePort");
        Launched process = Launched.start(
                        "chromium",
                        List.of(
                                "/usr/bin/chromium",
                                "--headless=new",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-dev-shm-usage",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--no-first-run",
                                "--lang=en-GB",
                                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                                "--user-data-dir=" + profile,
                                "--remote-debugging-port=0",
                                "about:blank"),
                        Map.of("HOME", folder.toString()),
                        folder.resolve("chromium.log"))
                .await(() -> lines(port).size() == 2);
        List<String> lines = lines(port);
        return new Chromium(process, new DevTools(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1))));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** An empty page in a window of this size. */
    public Page page(int width, int height) throws Exception {
        String target = tools.send("", "Target.createTarget", Map.of("url", "about:blank"))
                .get("targetId")
                .asText();
        String session = tools.send("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asText();
        for (String domain : List.of("Page", "Runtime", "Log", "Network", "Audits")) {
            tools.send(session, domain + ".enable", Map.of());
        }
        Page page = new Page(tools, session);
        page.size(width, height);
        return page;
    }

    @Override
    public void close() {
        tools.close();
        process.close();
    }
}
