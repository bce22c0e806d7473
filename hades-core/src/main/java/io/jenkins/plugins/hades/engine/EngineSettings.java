package io.jenkins.plugins.hades.engine;

import java.time.Duration;

/**
 * How the engine works.
 *
 * @param owner names this process in the store: unique among all processes that ever used it
 * @param workers how many operations may be at work at once
 * @param heartbeat how often the engine says that its operations live, and looks for wishes to cancel
 */
public record EngineSettings(String owner, int workers, Duration heartbeat) {
    /** Eight workers, a heartbeat every two seconds. */
    public static EngineSettings of(String owner) {
        return new EngineSettings(owner, 8, Duration.ofSeconds(2));
    }
}
