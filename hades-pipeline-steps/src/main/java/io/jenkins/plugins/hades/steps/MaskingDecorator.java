package io.jenkins.plugins.hades.steps;

import hudson.util.Secret;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.workflow.log.TaskListenerDecorator;

/**
 * Masks secrets in the log of a body, on agents too. In a Pipeline's state its secrets are kept encrypted, as Pipeline keeps every {@link Secret}.
 */
final class MaskingDecorator extends TaskListenerDecorator {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Secret> secrets;

    MaskingDecorator(List<Secret> secrets) {
        this.secrets = new ArrayList<>(secrets);
    }

    @Override
    public OutputStream decorate(OutputStream logger) {
        return new MaskedLog(logger, secrets.stream().map(Secret::getPlainText).toList());
    }
}
