package io.jenkins.plugins.hades.cli.login;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.secret.PrivateFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The file in which a login is kept, for its user alone, since it holds the token. */
public final class LoginFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param file where it is, or would be */
    public LoginFile(Path file) {
        this.file = file;
    }

    /**
     * The login that is kept; empty without one.
     *
     * @throws HadesException of kind {@code BAD_INPUT} when it is damaged, {@code FORBIDDEN} when others may read it
     */
    public Optional<Login> read() {
        if (!Files.isDirectory(file.getParent())) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(file);
            if (!PrivateFiles.isPrivate(file)) {
                throw new HadesException(
                        ErrorKind.FORBIDDEN,
                        "Reading the login in " + file,
                        "others than its user may read it, and it holds a token",
                        "Revoke the token in Jenkins, then: hades logout, hades login");
            }
            return Optional.of(login(text));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("Reading", e);
        }
    }

    private Login login(String text) throws JsonProcessingException {
        JsonNode fields = JSON.readTree(text);
        String controller = fields.path("controller").asText();
        String user = fields.path("user").asText();
        String token = fields.path("token").asText();
        if (controller.isEmpty() || user.isEmpty() || token.isEmpty()) {
            throw new HadesException(
                    ErrorKind.BAD_INPUT,
                    "Reading the login in " + file,
                    "it lacks the controller, the user or the token",
                    "hades logout, then hades login");
        }
        return new Login(URI.create(controller), user, token);
    }

    /** Keeps a login in place of the one before. */
    public void write(Login login) {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("controller", login.controller().toString());
        fields.put("user", login.user());
        fields.put("token", login.token());
        try {
            PrivateFiles.createFolder(file.getParent());
            PrivateFiles.replace(file, fields.toPrettyString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failed("Keeping", e);
        }
    }

    /** Forgets the login. Gives whether there was one. */
    public boolean delete() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed("Forgetting", e);
        }
    }

    private HadesException failed(String doing, IOException why) {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                doing + " the login in " + file,
                why.getClass().getSimpleName()
                        + (why instanceof JsonProcessingException ? "" : ": " + why.getMessage()),
                "Look at the file and its rights; hades logout removes it",
                why);
    }
}
