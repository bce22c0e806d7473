package io.jenkins.plugins.hades.trigger;

import io.jenkins.plugins.hades.model.AuditOutcome;
import io.jenkins.plugins.hades.model.AuditRecord;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.store.AuditStore;
import java.time.Instant;
import java.util.Optional;

/** Writes down in the audit what became of pushes. */
final class PushTrail {
    /** A push that led to a deployment. */
    static final String DEPLOY = "push.deploy";
    /** A push that deploys nothing, as it should. */
    static final String PASS = "push.pass";
    /** A push of which it could not be found out what it asks for. */
    static final String FAIL = "push.fail";

    private static final int LONGEST = 500;

    private final AuditStore audit;

    PushTrail(AuditStore audit) {
        this.audit = audit;
    }

    /** Records what became of a push to a repository of no project. */
    void ofNone(Push push, String detail) {
        add(PASS, push, Optional.empty(), Optional.empty(), detail);
    }

    /** Records what became of a push in a project. */
    void of(String action, Push push, Project project, String detail) {
        add(action, push, Optional.of(project), Optional.empty(), detail);
    }

    /** Records what became of a push in an environment. */
    void of(String action, Push push, Project project, Environment environment, String detail) {
        add(action, push, Optional.of(project), Optional.of(environment), detail);
    }

    private void add(
            String action, Push push, Optional<Project> project, Optional<Environment> environment, String detail) {
        String text = what(push) + ": " + detail;
        audit.add(new AuditRecord(
                0,
                Instant.EPOCH,
                Triggers.ACTOR,
                Triggers.origin(push),
                action,
                AuditOutcome.DONE,
                project.map(Project::id),
                project.map(Project::name).orElse(""),
                environment.map(Environment::id),
                environment.map(Environment::name).orElse(""),
                text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…"));
    }

    private static String what(Push push) {
        String commits = push.commits() > 1 ? " (" + push.commits() + " commits)" : "";
        String by = push.pusher().isEmpty() ? "" : " by " + push.pusher();
        return (push.forced() ? "Forced push of " : "Push of ") + GitRefs.label(push.ref()) + commits + by;
    }
}
