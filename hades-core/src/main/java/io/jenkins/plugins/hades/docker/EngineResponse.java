package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.FilterInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** A response whose end is the end of its connection: closing it, or its body, closes that without reading what is left. */
final class EngineResponse implements DockerHttpClient.Response {
    private final HttpResponseReader.Head head;
    private final InputStream body;
    private final EngineConnection connection;

    EngineResponse(HttpResponseReader.Head head, InputStream body, EngineConnection connection) {
        this.head = head;
        this.connection = connection;
        this.body = new FilterInputStream(body) {
            @Override
            public void close() {
                connection.close();
            }
        };
    }

    /** The status; docker-java takes an upgraded connection for a success only when it is told 200. */
    @Override
    public int getStatusCode() {
        return head.status() == 101 ? 200 : head.status();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
        return head.headers();
    }

    @Override
    public InputStream getBody() {
        return body;
    }

    @Override
    public void close() {
        connection.close();
    }
}
