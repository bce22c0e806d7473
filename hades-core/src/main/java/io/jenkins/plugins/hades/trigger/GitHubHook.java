package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Push;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/**
 * Answers webhooks of GitHub. Nothing of a delivery is looked at before its signature is checked; whoever lacks the secret learns nothing but that.
 * Thread-safe; blocks on the store.
 */
public final class GitHubHook {
    /** The largest body that GitHub sends, in bytes. */
    public static final int LARGEST_BODY = 25 * 1024 * 1024;

    private static final Logger LOGGER = Logger.getLogger(GitHubHook.class.getName());
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,100}");

    private final Supplier<Optional<String>> secret;
    private final Triggers triggers;

    /**
     * @param secret gives the secret that deliveries are signed with; empty where none are taken. Asked for each delivery
     * @param triggers takes the pushes
     */
    public GitHubHook(Supplier<Optional<String>> secret, Triggers triggers) {
        this.secret = secret;
        this.triggers = triggers;
    }

    /**
     * What stands in the head of a delivery; absent headers are empty.
     *
     * @param event {@code X-GitHub-Event}
     * @param id {@code X-GitHub-Delivery}
     * @param signature {@code X-Hub-Signature-256}
     * @param contentType {@code Content-Type}
     */
    public record Delivery(String event, String id, String signature, String contentType) {}

    /**
     * What is answered.
     *
     * @param status the HTTP status
     * @param sentence what GitHub shows for the delivery
     */
    public record Answer(int status, String sentence) {}

    /**
     * Answers a delivery.
     *
     * @param body its body as it came
     */
    public Answer answer(Delivery delivery, byte[] body) {
        try {
            Optional<String> key = secret.get();
            if (key.isEmpty()) {
                return new Answer(404, "No webhooks are taken here: no secret is configured for them.");
            }
            if (key.get().length() < SHORTEST_SECRET) {
                LOGGER.warning("A webhook was refused: its secret is configured with fewer than " + SHORTEST_SECRET
                        + " characters");
                return new Answer(503, "The secret that is configured is too short.");
            }
            if (!HookSignature.matches(body, key.get(), delivery.signature())) {
                LOGGER.info("A webhook was refused: its signature is missing or wrong");
                return new Answer(401, "The signature is missing, or not that of the secret that is configured.");
            }
            return signed(delivery, body);
        } catch (HadesException e) {
            if (e.kind() == ErrorKind.BAD_INPUT) {
                LOGGER.log(Level.WARNING, e, () -> "A webhook cannot be taken");
            } else {
                LOGGER.log(Level.SEVERE, e, () -> "A webhook could not be taken");
            }
            return new Answer(503, "The delivery cannot be taken now; the log of Hades says why.");
        }
    }

    private Answer signed(Delivery delivery, byte[] body) {
        if (!delivery.contentType().replaceFirst(";.*", "").strip().equalsIgnoreCase("application/json")) {
            return new Answer(415, "Set the webhook's content type to application/json.");
        }
        if (!ID.matcher(delivery.id()).matches()) {
            return new Answer(400, "X-GitHub-Delivery is missing, or no delivery's id.");
        }
        return switch (delivery.event()) {
            case "ping" -> new Answer(200, "Hades hears you.");
            case "push" -> push(delivery, body);
            default -> new Answer(200, "Hades has no use for this event; it wants push events only.");
        };
    }

    private Answer push(Delivery delivery, byte[] body) {
        Push push;
        try {
            push = GitHubPayload.read(delivery.id(), List.of(), body);
        } catch (HadesException e) {
            return new Answer(400, e.getMessage());
        }
        return triggers.receive(push)
                ? new Answer(202, "Taken; the audit of Hades says what comes of it.")
                : new Answer(200, "This delivery was taken before; nothing is done.");
    }
}
