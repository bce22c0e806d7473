package io.jenkins.plugins.hades.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.util.List;
import java.util.Locale;

/** Turns failures into JSON:API error documents. */
final class Problems {
    private Problems() {}

    static ApiResponse answer(HadesException failure) {
        int status = failure instanceof RequestProblem problem ? problem.status() : status(failure.kind());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode error = document.putArray("errors").addObject();
        error.put("status", Integer.toString(status));
        error.put("code", failure.kind().name());
        error.put("title", failure.doing() + " failed");
        error.put("detail", failure.reason());
        if (failure instanceof RequestProblem problem) {
            error.putObject("source").put(problem.place().name().toLowerCase(Locale.ROOT), problem.where());
        }
        failure.remedy().ifPresent(remedy -> error.putObject("meta").put("remedy", remedy));
        return ApiResponse.document(status, document);
    }

    static ApiResponse methodNotAllowed(List<String> allowed) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("errors")
                .addObject()
                .put("status", "405")
                .put("code", ErrorKind.BAD_INPUT.name())
                .put("title", "The page does not know this method")
                .put("detail", "it knows " + String.join(", ", allowed));
        return ApiResponse.document(405, document).with("Allow", String.join(", ", allowed));
    }

    private static int status(ErrorKind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case NOT_FOUND -> 404;
            case CONFLICT, CANCELLED -> 409;
            case FORBIDDEN -> 403;
            case UNREACHABLE, UNTRUSTED, FAILED -> 502;
            case TIMED_OUT -> 504;
            case INTERNAL -> 500;
        };
    }
}
