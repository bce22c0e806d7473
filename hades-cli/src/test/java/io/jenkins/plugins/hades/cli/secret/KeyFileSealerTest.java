package io.jenkins.plugins.hades.cli.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileSealerTest {
    @TempDir
    Path folder;

    @Test
    void whatWasSealedIsOpenedByAnotherProcessWithTheSameKey() {
        byte[] sealed = new KeyFileSealer(key()).seal("hunter2".getBytes(UTF_8), "place");

        assertThat(new KeyFileSealer(key()).open(sealed, "place"))
                .asString(UTF_8)
                .isEqualTo("hunter2");
        assertThat(new String(sealed, UTF_8)).doesNotContain("hunter2");
    }

    @Test
    void aSealedValueDoesNotOpenInAnotherPlace() {
        KeyFileSealer sealer = new KeyFileSealer(key());
        byte[] sealed = sealer.seal("hunter2".getBytes(UTF_8), "place");

        assertThatThrownBy(() -> sealer.open(sealed, "another place")).hasMessageContaining("Opening a secret");
    }

    @Test
    void theKeyIsForItsOwnerAlone() throws Exception {
        new KeyFileSealer(key()).seal(new byte[0], "place");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key())))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatOthersMayReadIsRefused() throws Exception {
        new KeyFileSealer(key()).seal(new byte[0], "place");
        Files.setPosixFilePermissions(key(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> new KeyFileSealer(key()).seal(new byte[0], "place"))
                .hasMessageContaining("others than its owner")
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aLostKeyIsToldAndNotReplacedWhenSomethingIsOpened() throws Exception {
        byte[] sealed = new KeyFileSealer(key()).seal(new byte[0], "place");
        Files.delete(key());

        assertThatThrownBy(() -> new KeyFileSealer(key()).open(sealed, "place"))
                .hasMessageContaining("Bring the key file back");
        assertThat(key()).doesNotExist();
    }

    @Test
    void aKeyThatVanishesWhileItIsInUseIsNotReplaced() throws Exception {
        KeyFileSealer sealer = new KeyFileSealer(key());
        byte[] sealed = sealer.seal("hunter2".getBytes(UTF_8), "place");
        Files.delete(key());

        sealer.seal("hunter3".getBytes(UTF_8), "place");

        assertThat(key()).doesNotExist();
        assertThat(sealer.open(sealed, "place")).asString(UTF_8).isEqualTo("hunter2");
    }

    private Path key() {
        return folder.resolve("secret.key");
    }
}
