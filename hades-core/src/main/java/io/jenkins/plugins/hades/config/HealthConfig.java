package io.jenkins.plugins.hades.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How it is found out that what was started serves: the {@code health} part of a project's config.
 *
 * @param check what is asked
 * @param interval between two attempts
 * @param attempt how long one attempt may take
 * @param timeout after which a release that never proved healthy is given up
 */
public record HealthConfig(Check check, Duration interval, Duration attempt, Duration timeout) {
    /** What is asked. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Http.class, name = "http"),
        @JsonSubTypes.Type(value = Tcp.class, name = "tcp"),
        @JsonSubTypes.Type(value = Image.class, name = "image"),
        @JsonSubTypes.Type(value = Started.class, name = "started")
    })
    public sealed interface Check {}

    /**
     * A GET over HTTP.
     *
     * @param path the path with its query
     * @param port the container's port; empty: {@code run.port}
     * @param lowest the lowest status that is healthy
     * @param highest the highest status that is healthy
     */
    public record Http(String path, OptionalInt port, int lowest, int highest) implements Check {}

    /**
     * A connection that is accepted.
     *
     * @param port the container's port; empty: {@code run.port}
     */
    public record Tcp(OptionalInt port) implements Check {}

    /** The image's own {@code HEALTHCHECK}. */
    public record Image() implements Check {}

    /**
     * That it still runs after this time.
     *
     * @param after the time
     */
    public record Started(Duration after) implements Check {}

    /** What holds where the config says nothing of health: a connection to the application's port, or else that it still runs after 5 s. */
    public static HealthConfig ofDefaults(RunConfig run) {
        return of(run.port().isPresent() ? new Tcp(OptionalInt.empty()) : new Started(Duration.ofSeconds(5)));
    }

    /** How often, how long: what holds where the config says nothing of it. */
    public static HealthConfig of(Check check) {
        return new HealthConfig(check, Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(60));
    }
}
