package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The body of a request to the API. */
final class RequestBody {
    private RequestBody() {}

    /** The body as text; nothing if it is larger than is taken, of which no more is read. */
    static Optional<String> read(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(ApiRequest.LARGEST_BODY + 1);
        return bytes.length > ApiRequest.LARGEST_BODY
                ? Optional.empty()
                : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    static HadesException tooLarge() {
        return new HadesException(
                ErrorKind.BAD_INPUT,
                "Reading the request",
                "its body is larger than " + ApiRequest.LARGEST_BODY + " bytes",
                "Send less at once");
    }
}
