package io.jenkins.plugins.hades.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.hades.model.Environment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServersTest extends OnApi {
    private static final String NEW = """
        {"name": "beta", "host": "10.0.0.6", "credentialsId": "key", "hostKeys": ["SHA256:pin"], "roles": ["DEPLOY"],
         "projects": ["studio/*"], "mounts": []}\
        """;

    @Test
    void aServerIsShownWithItsHostKeysAndWithoutItsLogin() {
        JsonNode alpha = bed.get("/servers").document().at("/data/0/attributes");

        assertThat(alpha.path("name").asText()).isEqualTo("alpha");
        assertThat(alpha.path("hostKeys").asText()).isEqualTo("PINNED");
        assertThat(alpha.at("/pinned/0").asText()).isEqualTo("SHA256:pin");
        assertThat(bed.get("/servers").answer().body()).doesNotContain("pa55word-canary");
    }

    @Test
    void aServerThatCannotBeUsedIsShownWithTheReason() {
        JsonNode broken = bed.get("/servers").document().at("/data/2/attributes");

        assertThat(broken.path("name").asText()).isEqualTo("broken");
        assertThat(broken.path("defect").asText()).isEqualTo("its login is gone");
        assertThat(broken.path("remedy").asText()).isEqualTo("Add it again");
    }

    @Test
    void aServerIsNotRemovedWhileItIsUsedAndTheUsersAreNamed() {
        Environment production = bed.environment(bed.shop, "production");
        bed.release(production, bed.deploy(production), "one");
        bed.servers.add(BedServers.server("inner", Optional.of(BedServers.server("alpha", Optional.empty()))));

        Sending removal = bed.send("DELETE", "/servers/alpha", "");

        assertThat(removal.status()).isEqualTo(409);
        assertThat(removal.error().path("detail").asText())
                .isEqualTo("it is used: server inner is reached through it; studio/shop / production is built on it;"
                        + " studio/shop / production runs on it");
        assertThat(bed.get("/servers").document().at("/data/0/attributes/usedBy"))
                .hasSize(3);
    }

    @Test
    void aServerThatNothingUsesIsRemovedAndOneThatIsNotThereIsNotFound() {
        assertThat(bed.send("DELETE", "/servers/spare", "").status()).isEqualTo(200);
        assertThat(bed.get("/servers").answer().body()).doesNotContain("spare");
        assertThat(bed.send("DELETE", "/servers/spare", "").status()).isEqualTo(404);
        assertThat(bed.get("/audit").document().at("/data/0/attributes/action").asText())
                .isEqualTo("server.remove");
    }

    @Test
    void aServerIsAddedWithTheHostKeysThatWereComparedAndNotWithoutAny() {
        assertThat(bed.send("POST", "/servers", NEW).document().at("/data/id").asText())
                .isEqualTo("beta");

        Sending blind = bed.send("POST", "/servers", NEW.replace("\"SHA256:pin\"", ""));
        assertThat(blind.status()).isEqualTo(400);
        assertThat(blind.error().at("/source/pointer").asText()).isEqualTo("/hostKeys");
    }

    @Test
    void hostKeysAreToldForAnAddressThatCanBeOne() {
        JsonNode keys = bed.send("POST", "/host-keys", "{\"host\": \"10.0.0.9\", \"port\": 2222}")
                .document()
                .path("data");

        assertThat(keys.at("/0/attributes/fingerprint").asText()).isEqualTo("SHA256:10.0.0.9");
        assertThat(keys.at("/0/attributes/line").asText()).isEqualTo("ssh-ed25519 AAAA2222");
        for (String wrong : new String[] {"", "a b", "-oProxyCommand=x y", "http://h/"}) {
            assertThat(bed.send("POST", "/host-keys", "{\"host\": \"" + wrong + "\"}")
                            .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(bed.send("POST", "/host-keys", "{\"host\": \"h\", \"port\": 70000}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCheckTellsWhatIsWrongAndWhatToDo() {
        JsonNode finding =
                bed.send("POST", "/servers/alpha/check", "").document().at("/data/0/attributes");

        assertThat(finding.path("subject").asText()).isEqualTo("connection");
        assertThat(finding.path("good").asBoolean()).isFalse();
        assertThat(finding.path("remedy").asText()).isEqualTo("Switch it on");
        assertThat(bed.send("POST", "/servers/absent/check", "").status()).isEqualTo(404);
    }
}
