package io.jenkins.plugins.hades.cli.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.api.ApiResponse;
import io.jenkins.plugins.hades.model.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesOfListsTest {
    private final List<Map<String, String>> asked = new ArrayList<>();

    @Test
    void allPagesOfAListAreAskedForUntilThereIsNoNext() throws InterruptedException {
        try (HadesClient client = new HadesClient(new ThreePages())) {
            List<Project> projects = client.all("/projects", Map.of("filter[name]", "s*"), Project.class);

            assertThat(projects).extracting(Project::name).containsExactly("s0", "s1", "s2");
        }
        assertThat(asked).extracting(query -> query.get("page[after]")).containsExactly(null, "c=1", "c=2");
        assertThat(asked).extracting(query -> query.get("filter[name]")).containsOnly("s*");
    }

    private final class ThreePages implements Transport {
        @Override
        public ApiResponse send(String method, String path, Map<String, String> query, String body) {
            int page = asked.size();
            asked.add(Map.copyOf(query));
            String next = page == 2
                    ? ""
                    : ", \"next\": \"/hades/api/v1/projects?page%5Bafter%5D=c%3D" + (page + 1)
                            + "&page%5Bsize%5D=500\"";
            return new ApiResponse(
                    200,
                    Map.of(),
                    "{\"data\": [{\"attributes\": {\"id\": \"00000000-0000-0000-0000-00000000000" + page
                            + "\", \"name\": \"s" + page + "\"}}], \"links\": {\"self\": \"/hades/api/v1/projects\""
                            + next + "}}");
        }

        @Override
        public ApiResponse upload(String path, Map<String, String> query, Path file) {
            throw new AssertionError("nothing is uploaded to list projects");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
