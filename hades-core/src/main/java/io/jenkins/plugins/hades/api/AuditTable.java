package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.model.AuditRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The audit as comma-separated values (RFC 4180), for spreadsheets; a cell never begins as a formula does. */
final class AuditTable {
    /** How many rows it has at most; a link in the header leads to more. */
    static final int LARGEST = 10_000;

    private static final String TYPE = "text/csv";
    private static final String FORMULA = "=+-@\t\r";

    private AuditTable() {}

    /** Whether the request wants it. */
    static boolean wanted(ApiRequest request) {
        return request.header("Accept")
                .map(types -> Stream.of(types.split(",", -1))
                        .map(type -> type.replaceFirst(";.*", "").strip())
                        .anyMatch(TYPE::equalsIgnoreCase))
                .orElse(false);
    }

    /** The table. */
    static ApiResponse of(ApiRequest request, Slice<AuditRecord> page) {
        String rows = Stream.concat(
                        Stream.of(List.of(
                                "id",
                                "at",
                                "actor",
                                "origin",
                                "action",
                                "outcome",
                                "projectId",
                                "project",
                                "environmentId",
                                "environment",
                                "detail")),
                        page.items().stream().map(AuditTable::cells))
                .map(cells -> cells.stream().map(AuditTable::cell).collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", TYPE + "; charset=utf-8; header=present");
        headers.put("Content-Disposition", "attachment; filename=\"hades-audit.csv\"");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        page.next().ifPresent(cursor -> headers.put("Link", "<" + Documents.next(request, cursor) + ">; rel=\"next\""));
        return new ApiResponse(200, headers, rows);
    }

    private static List<String> cells(AuditRecord entry) {
        return List.of(
                Long.toString(entry.id()),
                entry.at().toString(),
                entry.actor(),
                entry.origin(),
                entry.action(),
                entry.outcome().name(),
                text(entry.projectId()),
                entry.project(),
                text(entry.environmentId()),
                entry.environment(),
                entry.detail());
    }

    private static String text(Optional<UUID> id) {
        return id.map(UUID::toString).orElse("");
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
