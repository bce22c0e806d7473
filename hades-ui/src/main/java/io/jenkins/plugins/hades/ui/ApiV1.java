package io.jenkins.plugins.hades.ui;

import io.jenkins.plugins.hades.api.ApiRequest;
import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.api.Router;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
        try {
            Router router = routers.current();
            if (router.receives(request.getMethod(), request.getOriginalRestOfPath())) {
                return router.handle(request(request, "").with(request.getInputStream()));
            }
            Optional<String> body = RequestBody.read(request);
            return body.isPresent()
                    ? router.handle(request(request, body.get()))
                    : ApiResponse.failure(RequestBody.tooLarge());
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
                headers(request),
                Objects.requireNonNullElse(request.getContentType(), ""),
                body,
                new Caller(Jenkins.getAuthentication2().getName(), token ? "api" : "page"),
                token || ForeignPages.hasCrumb(request),
                base(request));
    }

    private static Map<String, String> headers(StaplerRequest2 request) {
        Map<String, String> headers = new HashMap<>();
        Collections.list(request.getHeaderNames()).forEach(name -> headers.put(name, request.getHeader(name)));
        return headers;
    }

    /** The path that leads here: that of the request without what is left of it. */
    private static String base(StaplerRequest2 request) {
        String path = request.getRequestURI();
        String rest = request.getOriginalRestOfPath();
        return path.endsWith(rest)
                ? path.substring(0, path.length() - rest.length())
                : request.getContextPath() + "/hades/api/v1";
    }

    private static void send(StaplerResponse2 response, ApiResponse answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
