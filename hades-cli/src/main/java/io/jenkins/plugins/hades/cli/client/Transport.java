package io.jenkins.plugins.hades.cli.client;

import io.jenkins.plugins.hades.api.ApiResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Brings a request to a router: in this process, or in the one that owns the store. Blocks. */
public interface Transport extends AutoCloseable {
    /** The media type of a file that is sent. */
    String BYTES = "application/octet-stream";

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

    /**
     * Sends a file as the body of a POST, as it is read from the disk.
     *
     * @param path below the API's root, encoded
     * @param query the parameters, not encoded
     * @param file what is sent
     * @throws java.net.ConnectException when the other process cannot be reached: the request was not sent
     * @throws IOException when it was lost on its way, or the file cannot be read
     */
    ApiResponse upload(String path, Map<String, String> query, Path file) throws IOException, InterruptedException;

    /** Whom it asks, for errors. */
    default String peer() {
        return "the process of Hades that owns the store";
    }

    @Override
    void close();
}
