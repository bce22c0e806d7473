package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of a project when its item is renamed, moved, copied, or deleted. */
@ExtendWith(OnController.class)
class ItemsITest {
    private static final String WRITE = "hadesSetEnv environment: 'production', set: ['COLOUR=red']";
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
    void aCopyIsANewProject() throws Exception {
        PipelineJob original =
                PipelineJob.create(controller, "original", bench.apps().binding("original"));
        original.succeeds(WRITE);

        Items.copy(controller, "original", "duplicate");
        save("duplicate");

        Build build = PipelineJob.of(controller, "duplicate").script(READ).build();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("Looking for environment production of project duplicate failed");
        assertThat(original.succeeds(READ).console()).contains("colour=red");
    }

    @Test
    void aCopyOfAFolderIsANewProject() throws Exception {
        Items.folder(controller, "house", bench.apps().folderBinding("house"));
        PipelineJob.create(controller, "house/app", "").succeeds(WRITE);

        Items.copy(controller, "house", "house-copy");
        save("house-copy/app");

        Build build = PipelineJob.of(controller, "house-copy/app").script(READ).build();
        assertThat(build.result()).isEqualTo("FAILURE");
        assertThat(build.console()).contains("Looking for environment production of project house-copy failed");
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

    /** As Jenkins wants it before it builds a copy. */
    private void save(String copy) throws Exception {
        try (Browser browser = new Browser(controller)) {
            browser.form(Items.path(copy) + "/configure", "config").save();
        }
    }
}
