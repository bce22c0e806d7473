package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The HTTP API in Jenkins: hands requests to the engine's router, which enforces permissions and the proof against foreign pages. */
public final class ApiV1 {
    private final Routers routers = new Routers();

    ApiV1() {}

    /** Answers every request below. */
    public void doDynamic(StaplerRequest2 request, StaplerResponse2 response) throws IOException, InterruptedException {
        send(response, answer(request));
    }

    private ApiResponse answer(StaplerRequest2 request) throws IOException, InterruptedException {
        Optional<String> body = RequestBody.read(request);
        if (body.isEmpty()) {
            return ApiResponse.failure(RequestBody.tooLarge());
        }
        try {
            return routers.current().handle(request(request, body.get()));
        } catch (HadesException e) {
            return ApiResponse.failure(e);
        }
    }

    private static ApiRequest request(StaplerRequest2 request, String body) {
        boolean token = ForeignPages.isByApiToken(request);
        return new ApiRequest(
                request.getMethod(),
                request.getOriginalRestOfPath(),
                RequestQuery.of(request),
                mediaType(request.getContentType()),
                body,
                new Caller(Jenkins.getAuthentication2().getName(), token ? "api" : "page"),
                token || ForeignPages.hasCrumb(request));
    }

    private static String mediaType(String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static void send(StaplerResponse2 response, ApiResponse answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
