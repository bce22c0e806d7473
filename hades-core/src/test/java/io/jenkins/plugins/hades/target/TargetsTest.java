package io.jenkins.plugins.hades.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.target.files.FilesTarget;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private final FilesTarget files = new FilesTarget();

    @Test
    void givesTheTargetOfAKind() {
        Targets targets = new Targets(List.of(files));

        assertThat(targets.get("files")).isSameAs(files);
        assertThat(targets.kinds()).containsExactly("files");
    }

    @Test
    void namesTheKindsThatThereAre() {
        Targets targets = new Targets(List.of(files));

        assertThatThrownBy(() -> targets.get("dokcer"))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT))
                .hasMessageContaining("\"dokcer\"")
                .hasMessageContaining("Use one of files");
    }

    @Test
    void refusesTwoOfAKind() {
        assertThatThrownBy(() -> new Targets(List.of(files, new FilesTarget())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
