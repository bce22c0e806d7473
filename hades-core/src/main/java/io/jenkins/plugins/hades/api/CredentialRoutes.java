package io.jenkins.plugins.hades.api;

import io.jenkins.plugins.hades.api.CredentialRegistry.Kind;
import io.jenkins.plugins.hades.api.CredentialRegistry.NewCredential;
import io.jenkins.plugins.hades.model.Project;
import java.util.List;
import java.util.Optional;

/** New credentials, which go in and never come out. */
final class CredentialRoutes {
    private static final String SUMMARY = "Keeps a credential; what is secret of it is never told again";

    private final Subjects subjects;
    private final CredentialRegistry registry;

    CredentialRoutes(Subjects subjects, CredentialRegistry registry) {
        this.subjects = subjects;
        this.registry = registry;
    }

    List<Route> routes() {
        return List.of(
                Route.unsafe("POST", "/credentials", "credential.add", SUMMARY + ", for all of Hades")
                        .guard(Guard.all(Permission.ADMINISTER))
                        .reads("NewCredential")
                        .answers(201, "Credential")
                        .by(exchange -> add(exchange, Optional.empty())),
                Route.unsafe("POST", "/projects/{project}/credentials", "credential.add", SUMMARY + ", for a project")
                        .needs(Permission.CONFIGURE, subjects::ofProject)
                        .reads("NewCredential")
                        .answers(201, "Credential")
                        .by(exchange -> add(exchange, Optional.of(subjects.project(exchange)))));
    }

    private ApiResponse add(Exchange exchange, Optional<Project> project) {
        NewCredential wanted = exchange.body(NewCredential.class);
        Kind kind = Exchange.required(wanted.kind(), "/kind");
        if (!Exchange.required(wanted.id(), "/id").matches("[A-Za-z0-9._-]{1,100}")) {
            throw RequestProblem.pointer("/id", "an id has 1 to 100 letters, digits, dots, underscores and dashes");
        }
        if (Exchange.required(wanted.secret(), "/secret").isEmpty()) {
            throw RequestProblem.pointer("/secret", "it is empty");
        }
        if (kind != Kind.SECRET_TEXT
                && wanted.username().filter(name -> !name.isBlank()).isEmpty()) {
            throw RequestProblem.pointer("/username", "a password and a key belong to a user");
        }
        exchange.deed().detail(kind + " " + wanted.id());
        return Documents.one(exchange, 201, Resources.plain("credentials", wanted.id(), registry.add(project, wanted)));
    }
}
