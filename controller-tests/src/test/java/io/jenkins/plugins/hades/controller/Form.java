package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.htmlunit.html.DomElement;
import org.htmlunit.html.DomNode;
import org.htmlunit.html.HtmlCheckBoxInput;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;

/** A form of Jenkins as someone fills it in: fields by the names of their properties, in a part of the page. */
final class Form {
    private final Browser browser;
    private final HtmlForm form;
    private final DomNode part;

    Form(Browser browser, HtmlForm form, DomNode part) {
        this.browser = browser;
        this.form = form;
        this.part = part;
    }

    /** Only the part that this selector finds; the one that stands last if there are several. */
    Form part(String selector) {
        List<DomNode> found = List.copyOf(part.querySelectorAll(selector));
        assertThat(found).as(selector).isNotEmpty();
        return new Form(browser, form, found.get(found.size() - 1));
    }

    /** Enters a text, chooses a value, or ticks a box ({@code "true"}). */
    Form enter(String property, String value) throws IOException {
        DomNode field = field(property);
        if (field instanceof HtmlSelect select) {
            browser.await(property + " offers " + value, () -> offered(select).contains(value));
            select.setSelectedAttribute(select.getOptionByValue(value), true);
        } else if (field instanceof HtmlTextArea area) {
            area.setText(value);
            browser.entered(area);
        } else if (field instanceof HtmlCheckBoxInput box) {
            set(box, Boolean.parseBoolean(value));
        } else {
            HtmlInput input = (HtmlInput) field;
            input.setValue(value);
            browser.entered(input);
        }
        return this;
    }

    /** Ticks the box with this title, or not. */
    Form tick(String title, boolean on) throws IOException {
        HtmlCheckBoxInput box = part.querySelectorAll("label").stream()
                .filter(label -> label.asNormalizedText().strip().equals(title))
                .map(label -> label.getParentNode().<HtmlCheckBoxInput>querySelector("input[type=checkbox]"))
                .findFirst()
                .orElseThrow();
        set(box, on);
        return this;
    }

    private void set(HtmlCheckBoxInput box, boolean on) throws IOException {
        if (box.isChecked() != on) {
            browser.press(box);
        }
    }

    /** The values that a field offers. */
    List<String> offered(String property) {
        HtmlSelect select = (HtmlSelect) field(property);
        browser.await(property + " offers something", () -> select.getOptionSize() > 0);
        return offered(select);
    }

    private static List<String> offered(HtmlSelect select) {
        return select.getOptions().stream().map(HtmlOption::getValueAttribute).toList();
    }

    /** The error that is told beside a field. */
    String error(String property) {
        DomNode entry = entry(property);
        browser.await("an error beside " + property, () -> entry.querySelector(".error") != null);
        return entry.querySelector(".error").asNormalizedText();
    }

    /** The page with the help for a field. */
    String help(String property) {
        DomElement button = entry(property).querySelector("[helpurl], .jenkins-help-button");
        assertThat(button).as("help of %s", property).isNotNull();
        return button.getAttribute("helpURL");
    }

    private DomNode entry(String property) {
        DomNode entry = field(property);
        while (!(entry instanceof DomElement element
                && element.getAttribute("class").contains("jenkins-form-item"))) {
            entry = entry.getParentNode();
            assertThat(entry).as("the entry of %s", property).isNotNull();
        }
        return entry;
    }

    private DomNode field(String property) {
        String selector = "[name='_." + property + "']";
        browser.await("field " + property, () -> part.querySelector(selector) != null);
        return part.querySelector(selector);
    }

    /** Presses the button with this text. */
    Form press(String text) throws IOException {
        browser.press(button(part, text));
        return this;
    }

    /** Chooses this from the menu that was opened. */
    Form choose(String text) throws IOException {
        browser.press(button(form.getPage(), text));
        return this;
    }

    private DomElement button(DomNode place, String text) {
        browser.await("button \"" + text + "\"", () -> find(place, text).isPresent());
        return find(place, text).orElseThrow();
    }

    private static Optional<DomElement> find(DomNode place, String text) {
        return place.querySelectorAll("button, .jenkins-dropdown__item").stream()
                .filter(node -> node.asNormalizedText().strip().equals(text))
                .map(DomElement.class::cast)
                .findFirst();
    }

    /** Saves the whole form, and gives the page that follows. */
    HtmlPage save() throws IOException {
        return browser.follow((HtmlElement) form.querySelector("button[name=Submit]"));
    }
}
