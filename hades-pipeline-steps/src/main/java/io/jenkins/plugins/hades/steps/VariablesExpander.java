package io.jenkins.plugins.hades.steps;

import hudson.EnvVars;
import hudson.util.Secret;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;

/** Gives variables to a body. Kept in a Pipeline's state over a restart: the secret ones encrypted with Jenkins' own key. */
final class VariablesExpander extends EnvironmentExpander {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, String> open;
    /** Encrypted values, as a secret of Jenkins would be serialized in plain. */
    private final HashMap<String, String> sealed = new HashMap<>();

    VariablesExpander(Map<String, String> open, Map<String, Secret> secret) {
        this.open = new HashMap<>(open);
        secret.forEach((name, value) -> sealed.put(name, value.getEncryptedValue()));
    }

    @Override
    public void expand(EnvVars env) {
        env.putAll(open);
        sealed.forEach((name, value) -> env.put(name, Secret.toString(Secret.decrypt(value))));
    }

    @Override
    public Set<String> getSensitiveVariables() {
        return new HashSet<>(sealed.keySet());
    }
}
