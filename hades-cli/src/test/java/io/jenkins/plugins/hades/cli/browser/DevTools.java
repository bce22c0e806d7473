package io.jenkins.plugins.hades.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A browser's DevTools protocol over its WebSocket: commands with their answers, and the events in the order in which they came. Thread-safe. */
final class DevTools implements WebSocket.Listener, AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger count = new AtomicInteger();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, this)
                .join();
    }

    /** Sends a command, and waits for its answer. */
    JsonNode send(String session, String method, Map<String, ?> parameters) throws Exception {
        int id = count.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        synchronized (this) {
            socket.sendText(command.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        JsonNode message = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (message.has("error")) {
            throw new IOException(method + " failed: " + message.get("error"));
        }
        return message.path("result");
    }

    /** All events so far. */
    List<JsonNode> events() {
        return List.copyOf(events);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            take(text.toString());
            text.setLength(0);
        }
        from.request(1);
        return CompletableFuture.completedFuture(null);
    }

    private void take(String message) {
        try {
            JsonNode node = JSON.readTree(message);
            CompletableFuture<JsonNode> answer =
                    node.has("id") ? waiting.remove(node.get("id").asInt()) : null;
            if (answer != null) {
                answer.complete(node);
            } else {
                events.add(node);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The browser sent something that is not JSON", e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
