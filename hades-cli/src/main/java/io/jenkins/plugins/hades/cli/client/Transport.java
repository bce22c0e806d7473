package io.jenkins.plugins.hades.cli.client;

import io.jenkins.plugins.hades.api.ApiResponse;
import java.io.IOException;
import java.util.Map;

/** Brings a request to a router: in this process, or in the one that owns the store. Blocks. */
public interface Transport extends AutoCloseable {
    /**
     * @param method in capitals
     * @param path below the API's root, encoded
     * @param query the parameters, not encoded
     * @param body a JSON text; empty for none
     * @throws java.net.ConnectException when the other process cannot be reached: the request was not sent
     * @throws IOException when it was lost on its way
     */
    ApiResponse send(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException;

    @Override
    void close();
}
