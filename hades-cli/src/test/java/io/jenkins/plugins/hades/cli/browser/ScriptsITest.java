package io.jenkins.plugins.hades.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.Caller;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.cli.web.WebServer;
import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages' script modules, in the browser that runs them. */
class ScriptsITest {
    @TempDir
    Path folder;

    private Session session;
    private WebServer web;
    private Chromium chromium;
    private Page page;

    @BeforeAll
    static void needs() {
        Testbed.require(Need.CHROMIUM);
    }

    @BeforeEach
    void open() throws Exception {
        session = Sessions.open(new Home(folder.resolve("home"), folder.resolve("servers.yml")), true, note -> {});
        web = WebServer.listen(0, session.router().orElseThrow(), new Caller("anna", "page"));
        chromium = Chromium.start(Testbed.shared().folder("scripts"));
        page = chromium.page(800, 600);
        page.open(web.link());
        page.awaitText("Nothing is deployed yet");
    }

    @AfterEach
    void close() {
        chromium.close();
        web.close();
        session.close();
    }

    @Test
    void aDotenvFileIsReadWithItsQuotesAndComments() throws Exception {
        String text = "# comment\\nexport A=1 # one\\nB=\"two\\\\nlines \\\\\"x\\\\\"\"\\nC='a # b'\\nD=\\n"
                + "E=\"over\\nlines\"\\nnot a variable\\nF=\"open\\nA=2";

        assertThat(page.evaluate("import('/assets/lib/dotenv.js').then(m => JSON.stringify(m.readDotenv('"
                                + text.replace("'a # b'", "\\'a # b\\'") + "')))")
                        .asText())
                .isEqualTo(
                        "{\"variables\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"B\",\"value\":\"two\\nlines \\\"x\\\"\"},"
                                + "{\"name\":\"C\",\"value\":\"a # b\"},{\"name\":\"D\",\"value\":\"\"},"
                                + "{\"name\":\"E\",\"value\":\"over\\nlines\"}],\"wrong\":[8,9]}");
    }

    @Test
    void coloursBecomeClassesAndOtherSequencesGo() throws Exception {
        String read = "import('/assets/lib/ansi.js').then(m => { const a = new m.Ansi(); return JSON.stringify("
                + "[...a.read('\\x1b[1;31mred\\x1b[0m plain\\x1b[2K\\x1b]0;title\\x07\\x1b[3'), ...a.read('2mgreen<b>\\x1b[m')]); })";

        assertThat(page.evaluate(read).asText())
                .isEqualTo(
                        "[{\"text\":\"red\",\"classes\":\"hades-ansi-1 hades-ansi-bold\"},{\"text\":\" plain\",\"classes\":\"\"},"
                                + "{\"text\":\"green<b>\",\"classes\":\"hades-ansi-2\"}]");
    }

    @Test
    void anAddressThatIsNoWebPageIsNoLink() throws Exception {
        assertThat(page.evaluate("import('/assets/lib/dom.js').then(m => [m.outerLink('javascript:alert(1)', 'x'),"
                                + " m.outerLink('http://a.example/', 'y').href].join(' '))")
                        .asText())
                .isEqualTo("x http://a.example/");
    }
}
