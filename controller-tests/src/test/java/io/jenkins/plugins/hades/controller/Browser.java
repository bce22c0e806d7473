package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.htmlunit.BrowserVersion;
import org.htmlunit.WebClient;
import org.htmlunit.WebClientOptions;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;

/** A browser of the administrator's, with Jenkins' own scripts at work. */
final class Browser implements AutoCloseable {
    /** Scripts that begin this soon are waited for; what a page does every few seconds is not. Milliseconds. */
    private static final long SOON = 1000;

    private static final long LONGEST = 120_000;
    private static final long STEP = 250;

    private final Controller controller;
    private final WebClient client = new WebClient(BrowserVersion.BEST_SUPPORTED);

    Browser(Controller controller) {
        this.controller = controller;
        WebClientOptions options = client.getOptions();
        options.setThrowExceptionOnScriptError(false);
        options.setThrowExceptionOnFailingStatusCode(false);
        options.setPrintContentOnFailingStatusCode(false);
        options.setCssEnabled(false);
        options.setFetchPolyfillEnabled(true);
        Session.authorization(User.ADMIN).ifPresent(login -> client.addRequestHeader("Authorization", login));
    }

    /** Opens a page, and waits until its scripts have filled in what is offered. */
    HtmlPage open(String path) throws IOException {
        HtmlPage page = client.getPage(URI.create(controller.url(path)).toURL());
        assertThat(page.getWebResponse().getStatusCode()).as(path).isEqualTo(200);
        settle();
        await("the choices of " + path, () -> page.querySelectorAll("select[fillurl*='hades']").stream()
                .allMatch(select -> ((HtmlSelect) select).getOptionSize() > 0));
        return page;
    }

    /** Lets the page's scripts finish what they have begun. */
    void settle() {
        client.waitForBackgroundJavaScriptStartingBefore(SOON, LONGEST);
    }

    /** Lets the page's scripts work until this holds. */
    void await(String what, BooleanSupplier holds) {
        Awaitility.await(what)
                .pollInSameThread() // the page is not made for several
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(STEP))
                .atMost(Duration.ofMillis(LONGEST))
                .until(holds::getAsBoolean);
    }

    /** Opens the page with the form of this name. */
    Form form(String path, String name) throws IOException {
        HtmlForm form = open(path).getFormByName(name);
        return new Form(this, form, form);
    }

    /** Presses a button of the page's scripts. */
    void press(DomElement button) throws IOException {
        button.click();
        settle();
    }

    /** Lets the page's scripts hear that something was entered in a field. */
    void entered(DomElement field) {
        field.fireEvent("input");
        field.fireEvent("change");
    }

    /** Presses a button, and gives the page that it leads to. */
    HtmlPage follow(DomElement button) throws IOException {
        return button.click();
    }

    @Override
    public void close() {
        client.close();
    }
}
