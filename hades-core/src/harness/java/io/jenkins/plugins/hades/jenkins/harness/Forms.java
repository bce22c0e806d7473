package io.jenkins.plugins.hades.jenkins.harness;

import hudson.model.Item;
import org.htmlunit.html.HtmlPage;
import org.jvnet.hudson.test.JenkinsRule;

/** Opens forms of Jenkins and saves them as they are. */
final class Forms {
    /** A form is drawn in a second; on a machine with much else to do the first one takes minutes. */
    private static final int PATIENCE_MILLIS = 600_000;

    /** Scripts that fill a list of choices begin within this time. */
    private static final int FILLING_MILLIS = 5_000;

    private Forms() {}

    /** Saves the configuration of the whole controller. */
    static void saveConfiguration(JenkinsRule jenkins) throws Exception {
        try (JenkinsRule.WebClient client = patient(jenkins)) {
            save(jenkins, client, client.goTo("configure"));
        }
    }

    /** Saves the configuration of an item. */
    static void saveConfiguration(JenkinsRule jenkins, Item item) throws Exception {
        try (JenkinsRule.WebClient client = patient(jenkins)) {
            save(jenkins, client, client.getPage(item, "configure"));
        }
    }

    /** Not before the lists of choices are filled: one that is empty yet would be saved as a choice of nothing. */
    private static void save(JenkinsRule jenkins, JenkinsRule.WebClient client, HtmlPage page) throws Exception {
        client.waitForBackgroundJavaScriptStartingBefore(FILLING_MILLIS, PATIENCE_MILLIS);
        jenkins.submit(page.getFormByName("config"));
    }

    private static JenkinsRule.WebClient patient(JenkinsRule jenkins) {
        JenkinsRule.WebClient client = jenkins.createWebClient();
        client.getOptions().setTimeout(PATIENCE_MILLIS);
        return client;
    }
}
