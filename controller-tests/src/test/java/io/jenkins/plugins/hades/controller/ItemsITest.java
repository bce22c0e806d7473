package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a project when its item is renamed, moved, copied, or deleted. */
@ExtendWith(OnController.class)
class ItemsITest {
    private static final String READ = """
            hadesEnv(environment: 'production') {
                echo "colour=${env.COLOUR}"
            }
            """;

    private final Bench bench;
    private final Controller controller;

    ItemsITest(Bench bench) {
        this.bench = bench;
        this.controller = bench.controller();
    }

    @Test
    void aProjectStaysWithTheItemThatIsRenamedAndMoved() throws Exception {
        bench.apps().serving("moving", "on the move");
        PipelineJob.create(controller, "moving", bench.apps().binding("moving"))
                .succeeds("hadesDeploy environment: 'production'");
        Items.folder(controller, "destination", "");

        Items.rename(controller, "moving", "moved");
        Items.move(controller, "moved", "destination");

        Build build = PipelineJob.of(controller, "destination/moved").succeeds("""
                def result = hadesDeploy environment: 'production', env: [A: 'b']
                echo "release=${result.release}"
                """);
        assertThat(build.console()).contains("release=2");
        assertThat(bench.containers("moving", "production")).isEmpty();
        assertThat(bench.containers("destination/moved", "production")).hasSize(1);
    }

    @Test
    void whatRunsOutlivesItsDeletedItemAndIsNotGivenToOneOfTheSameName() throws Exception {
        bench.apps().serving("mortal", "still here");
        PipelineJob.create(controller, "mortal", bench.apps().binding("mortal"))
                .succeeds("hadesDeploy environment: 'production'");

        Items.delete(controller, "mortal");
        PipelineJob heir = PipelineJob.create(controller, "mortal", bench.apps().binding("mortal"));

        assertThat(bench.containers("mortal", "production")).hasSize(1);
        Build build = heir.script(READ).build();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("Looking for environment production of project mortal failed");
    }
}
