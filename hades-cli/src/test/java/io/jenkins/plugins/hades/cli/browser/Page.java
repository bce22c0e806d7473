package io.jenkins.plugins.hades.cli.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A page in the browser, used as a person does: what is on it is found by its words. */
public final class Page {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String SHOWN = "(e => e.getClientRects().length > 0)";

    private final DevTools tools;
    private final String session;

    Page(DevTools tools, String session) {
        this.tools = tools;
        this.session = session;
    }

    /** Goes to an address. */
    public void open(URI address) throws Exception {
        send("Page.navigate", Map.of("url", address.toString()));
    }

    /** Loads the page again. */
    public void reload() throws Exception {
        send("Page.reload", Map.of());
    }

    /** Sets the size of the window. */
    public void size(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Prefers light or dark colours. */
    public void colours(String scheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** The value of an expression. */
    public JsonNode evaluate(String expression) throws Exception {
        JsonNode result =
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    /** Waits until an expression is true; two minutes at most. */
    public void await(String expression) {
        Awaitility.await(expression)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> evaluate("Boolean(" + expression + ")").asBoolean());
    }

    /** Waits until this text is shown. */
    public void awaitText(String text) throws Exception {
        await("document.body && document.body.innerText.includes(" + quoted(text) + ")");
    }

    /** The text that is shown. */
    public String text() throws Exception {
        return evaluate("document.body.innerText").asText();
    }

    /** The whole page as it is now, with what was entered into it. */
    public String html() throws Exception {
        return evaluate("document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')]"
                        + ".map(e => e.value).join('\\n')")
                .asText();
    }

    /** Clicks the button or link of this name; in the dialog if one is open. */
    public void click(String name) throws Exception {
        String found = "[...(document.querySelector('dialog[open]') ?? document).querySelectorAll('button, a')]"
                + ".find(e => " + SHOWN
                + "(e) && !e.disabled && (e.getAttribute('aria-label') ?? e.textContent).trim() === " + quoted(name)
                + ")";
        await(found);
        evaluate(found + ".click()");
    }

    /** Enters a text into the field of this selector. */
    public void fill(String selector, String text) throws Exception {
        await("document.querySelector(" + quoted(selector) + ")");
        evaluate("(() => { const e = document.querySelector(" + quoted(selector) + "); e.value = " + quoted(text)
                + "; e.dispatchEvent(new Event('input', {bubbles: true})); })()");
    }

    /** Chooses a file of this machine in the field of this selector. */
    public void choose(String selector, Path file) throws Exception {
        await("document.querySelector(" + quoted(selector) + ")");
        JsonNode object =
                send("Runtime.evaluate", Map.of("expression", "document.querySelector(" + quoted(selector) + ")"));
        send(
                "DOM.setFileInputFiles",
                Map.of(
                        "files", List.of(file.toAbsolutePath().toString()),
                        "objectId", object.path("result").path("objectId").asText()));
    }

    /** Drops a file with this content on what this selector finds, as from a folder of the desktop. */
    public void drop(String selector, String name, byte[] content) throws Exception {
        await("document.querySelector(" + quoted(selector) + ")");
        String bytes = Base64.getEncoder().encodeToString(content);
        evaluate(
                "(() => { const files = new DataTransfer(); files.items.add(new File([Uint8Array.from(atob("
                        + quoted(bytes) + "), c => c.charCodeAt(0))], " + quoted(name)
                        + ")); document.querySelector(" + quoted(selector)
                        + ").dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: files})); })()");
    }

    /** What the browser complained of: errors of scripts and of loading, and breaches of the Content Security Policy. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (JsonNode event : tools.events()) {
            if (event.path("sessionId").asText().equals(session) && isComplaint(event)) {
                complaints.add(event.toString());
            }
        }
        return complaints;
    }

    private static boolean isComplaint(JsonNode event) {
        JsonNode parameters = event.path("params");
        return switch (event.path("method").asText()) {
            case "Runtime.exceptionThrown" -> true;
            case "Runtime.consoleAPICalled" ->
                List.of("error", "warning", "assert")
                        .contains(parameters.path("type").asText());
            case "Log.entryAdded" ->
                parameters.path("entry").path("level").asText().equals("error");
            case "Audits.issueAdded" ->
                parameters.path("issue").path("code").asText().equals("ContentSecurityPolicyIssue");
            default -> false;
        };
    }

    /** A picture of what is shown. */
    public void picture(Path file) throws Exception {
        JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.write(file, Base64.getDecoder().decode(shot.get("data").asText()));
    }

    /** Pictures in light, dark and on a phone, into the folder of {@code -Dhades.pictures}, where somebody wants to look at them. */
    public void pictures(String name) throws Exception {
        String folder = System.getProperty("hades.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        Path files = Files.createDirectories(Path.of(folder));
        picture(files.resolve(name + ".png"));
        colours("dark");
        picture(files.resolve(name + "-dark.png"));
        colours("light");
        size(390, 844);
        picture(files.resolve(name + "-phone.png"));
        size(1280, 900);
    }

    private JsonNode send(String method, Map<String, ?> parameters) throws Exception {
        return tools.send(session, method, parameters);
    }

    private static String quoted(String text) throws IOException {
        return DevTools.JSON.writeValueAsString(text);
    }
}
