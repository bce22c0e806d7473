package io.jenkins.plugins.hades.jenkins.harness;

import hudson.model.Item;
import org.jvnet.hudson.test.JenkinsRule;

/** Opens forms of Jenkins and saves them as they are. */
final class Forms {
    /** A form is drawn in a second; on a machine with much else to do the first one takes minutes. */
    private static final int PATIENCE_MILLIS = 600_000;

    private Forms() {}

    /** Saves the configuration of the whole controller. */
    static void saveConfiguration(JenkinsRule jenkins) throws Exception {
        try (JenkinsRule.WebClient client = patient(jenkins)) {
            jenkins.submit(client.goTo("configure").getFormByName("config"));
        }
    }

    /** Saves the configuration of an item. */
    static void saveConfiguration(JenkinsRule jenkins, Item item) throws Exception {
        try (JenkinsRule.WebClient client = patient(jenkins)) {
            jenkins.submit(client.getPage(item, "configure").getFormByName("config"));
        }
    }

    private static JenkinsRule.WebClient patient(JenkinsRule jenkins) {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setTimeout(PATIENCE_MILLIS);
        return client;
    }
}
