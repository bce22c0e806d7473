package io.jenkins.plugins.hades.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.core5.net.WWWFormCodec;

/** The query of a request, read from its address alone: a servlet's parameters would take those of a form's body too. */
final class RequestQuery {
    private RequestQuery() {}

    /** The first value of each parameter. */
    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            WWWFormCodec.parse(query, StandardCharsets.UTF_8)
                    .forEach(
                            pair -> values.putIfAbsent(pair.getName(), pair.getValue() == null ? "" : pair.getValue()));
        }
        return values;
    }
}
