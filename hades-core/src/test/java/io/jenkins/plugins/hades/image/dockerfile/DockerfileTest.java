package io.jenkins.plugins.hades.image.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DockerfileTest {
    @Test
    void arguments_are_found_before_the_first_stage_and_in_every_stage() {
        Dockerfile file = Dockerfile.parse("""
                ARG BASE=busybox:1
                FROM ${BASE} AS one
                ARG A
                ARG B=2 C="three three"
                FROM one
                arg D
                """);

        assertThat(file.arguments()).containsExactlyInAnyOrder("BASE", "A", "B", "C", "D");
        assertThat(file.defaults()).containsExactly(Map.entry("BASE", "busybox:1"));
    }

    @Test
    void a_continued_instruction_may_hold_comments_and_empty_lines() {
        Dockerfile file = Dockerfile.parse(
                "ARG \\\n# a comment \\\n  A=1 \\\n\n  B=2\nFROM x\n#ARG C\n  # ARG D\nRUN echo \\\n ARG E\n");

        assertThat(file.arguments()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void the_escape_directive_changes_what_continues_a_line() {
        Dockerfile file = Dockerfile.parse("# escape=`\nFROM x\nARG `\n  A\nRUN dir C:\\\nARG B\n");

        assertThat(file.arguments()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void an_escape_directive_after_a_comment_is_a_comment() {
        Dockerfile file = Dockerfile.parse("# made by hand\n# escape=`\nFROM x\nARG `\n  A\n");

        assertThat(file.arguments()).containsExactly("`");
    }

    @Test
    void lines_of_here_documents_are_no_instructions() {
        Dockerfile file = Dockerfile.parse("""
                FROM x
                RUN <<EOF
                ARG INSIDE
                FROM nothing
                EOF
                ARG AFTER
                COPY <<-"ONE" <<'TWO' /dir/
                ARG INSIDE_ONE
                \tONE
                ARG INSIDE_TWO
                TWO
                ARG LAST
                RUN echo $((1<<2))
                ARG SHIFT
                RUN cat <<<EOF
                ARG HERE_STRING
                """);

        assertThat(file.arguments()).containsExactlyInAnyOrder("AFTER", "LAST", "SHIFT", "HERE_STRING");
        assertThat(file.stages()).hasSize(1);
    }

    @Test
    void an_unfinished_here_document_or_line_ends_with_the_file() {
        assertThat(Dockerfile.parse("FROM x\nRUN <<EOF\nARG A\n").arguments()).isEmpty();
        assertThat(Dockerfile.parse("FROM x\nARG A \\").arguments()).containsExactly("A");
        assertThat(Dockerfile.parse("").stages()).isEmpty();
    }

    @Test
    void windows_line_ends_and_a_byte_order_mark_do_no_harm() {
        Dockerfile file = Dockerfile.parse("\uFEFFFROM x AS y\r\nARG A \\\r\n B\r\n");

        assertThat(file.stageNames()).containsExactly("y");
        assertThat(file.arguments()).containsExactlyInAnyOrder("A", "B");
    }

    @Test
    void a_stage_is_found_by_name_in_any_case_by_number_or_as_the_last() {
        Dockerfile file = Dockerfile.parse("FROM a AS Base\nFROM --platform=$TARGETPLATFORM b as tools\nFROM c\n");

        assertThat(file.stage(Optional.of("BASE")).orElseThrow().index()).isZero();
        assertThat(file.stage(Optional.of("1")).orElseThrow().name()).contains("tools");
        assertThat(file.stage(Optional.empty()).orElseThrow().base()).isEqualTo("c");
        assertThat(file.stage(Optional.of("none"))).isEmpty();
        assertThat(file.stages().get(1).base()).isEqualTo("b");
    }

    @Test
    void only_the_images_that_the_wanted_stages_need_count() {
        Dockerfile file = Dockerfile.parse("""
                ARG NODE=20
                ARG NAME=node
                FROM ${NAME}:${NODE} AS build
                FROM scratch AS empty
                FROM golang AS unused
                FROM build AS test
                FROM alpine:${MISSING:-3} AS final
                COPY --from=build --chown=1:1 /a /b
                COPY --from=nginx:1.25 /etc/nginx /etc/nginx
                RUN --mount=type=bind,from=tools:9,target=/t --mount=type=cache,target=/c true
                """);

        Set<Stage> needed = file.needed(List.of(file.stage(Optional.empty()).orElseThrow()));

        assertThat(needed.stream().map(Stage::index)).containsExactly(4, 0);
        assertThat(file.images(needed, Map.of("NODE", "22", "UNDECLARED", "x")))
                .containsExactly("alpine:3", "nginx:1.25", "node:22", "tools:9");
    }

    @Test
    void a_stage_that_bears_the_name_of_its_own_image_begins_from_the_image() {
        Dockerfile file = Dockerfile.parse("FROM busybox AS busybox\nFROM busybox\n");

        Set<Stage> needed = file.needed(List.of(file.stage(Optional.empty()).orElseThrow()));

        assertThat(needed).hasSize(2);
        assertThat(file.images(needed, Map.of())).containsExactly("busybox");
    }

    @Test
    void values_that_cannot_be_made_out_are_left_out() {
        Dockerfile file = Dockerfile.parse("FROM ${A:-${B}}\nFROM $UNSET\nFROM ${SET:+image}${SET-x}\n");

        assertThat(file.images(Set.copyOf(file.stages()), Map.of())).containsExactly("x");
    }

    @Test
    void secrets_are_found_by_their_id_or_by_where_they_are_mounted() {
        Dockerfile file = Dockerfile.parse("""
                FROM x
                RUN --mount=type=secret,id=NPM_TOKEN,required --mount=id=SECOND,type=secret,target=/x \\
                    --mount="type=secret,target=/run/secrets/THIRD" \\
                    --network=none npm ci --mount=type=secret,id=NOT_A_FLAG
                """);

        assertThat(file.stages().get(0).secrets()).containsExactlyInAnyOrder("NPM_TOKEN", "SECOND", "THIRD");
    }
}
