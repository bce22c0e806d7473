package io.jenkins.plugins.hades.trigger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Push;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What Hades reads of GitHub's push event. Everything else is passed over without being kept, so that a large body needs little memory.
 *
 * @param ref the full name of the branch or tag
 * @param deleted whether it was deleted
 * @param forced whether it was forced
 * @param repository the repository
 * @param pusher who pushed
 * @param commits the commits that came with it, 2048 at most
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GitHubPayload(
        String ref, boolean deleted, boolean forced, Repository repository, Pusher pusher, List<Commit> commits) {
    private static final int LONGEST_REF = 250;
    private static final int LONGEST_NAME = 100;
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(GitHubPayload.class);

    /** The addresses of the repository. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Repository(
            @JsonProperty("clone_url") String cloneUrl,
            @JsonProperty("ssh_url") String sshUrl,
            @JsonProperty("html_url") String htmlUrl) {
        List<String> addresses() {
            return Stream.of(cloneUrl, sshUrl, htmlUrl).filter(Objects::nonNull).toList();
        }
    }

    /** Who pushed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Pusher(String name) {}

    /** A commit, which is merely counted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Commit() {}

    /**
     * Reads a body.
     *
     * @param delivery the delivery's id
     * @param projects the projects that it concerns, where the receiver knows; else empty
     * @throws HadesException of kind {@code BAD_INPUT} when it is no push event
     */
    public static Push read(String delivery, List<UUID> projects, byte[] body) {
        GitHubPayload payload = parse(body);
        if (payload == null
                || payload.ref == null
                || payload.repository == null
                || payload.repository.addresses().isEmpty()) {
            throw bad("it names no branch or tag, or no repository");
        }
        if (!payload.ref.startsWith("refs/")
                || payload.ref.length() > LONGEST_REF
                || !payload.ref.equals(clean(payload.ref, LONGEST_REF))) {
            throw bad("no branch or tag can bear the name that it says");
        }
        return new Push(
                delivery,
                payload.repository.addresses(),
                projects,
                payload.ref,
                payload.deleted,
                payload.forced,
                payload.commits == null ? 0 : payload.commits.size(),
                Optional.ofNullable(payload.pusher)
                        .flatMap(pusher -> Optional.ofNullable(pusher.name()))
                        .map(name -> clean(name, LONGEST_NAME))
                        .orElse(""));
    }

    private static GitHubPayload parse(byte[] body) {
        try {
            return READER.readValue(body);
        } catch (IOException e) {
            throw bad("it is no JSON of the form that GitHub sends");
        }
    }

    private static String clean(String text, int longest) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .limit(longest)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static HadesException bad(String reason) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading a push event",
                reason,
                "Set the webhook's content type to application/json, and send push events of a repository");
    }
}
