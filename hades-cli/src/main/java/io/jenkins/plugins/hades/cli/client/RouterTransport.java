package io.jenkins.plugins.hades.cli.client;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Asks a router in this process. */
public final class RouterTransport implements Transport {
    private final Router router;
    private final Caller caller;

    /**
     * @param router answers
     * @param caller who asks
     */
    public RouterTransport(Router router, Caller caller) {
        this.router = router;
        this.caller = caller;
    }

    @Override
    public ApiResponse send(String method, String path, Map<String, String> query, String body)
            throws InterruptedException {
        return router.handle(new ApiRequest(method, path, query, "application/json", body, caller, true));
    }

    @Override
    public ApiResponse upload(String path, Map<String, String> query, Path file)
            throws IOException, InterruptedException {
        try (InputStream content = Files.newInputStream(file)) {
            return router.handle(new ApiRequest("POST", path, query, BYTES, "", caller, true).with(content));
        }
    }

    @Override
    public void close() {
        // The router belongs to whoever made it.
    }
}
