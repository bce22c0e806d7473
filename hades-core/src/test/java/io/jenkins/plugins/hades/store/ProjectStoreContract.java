package io.jenkins.plugins.hades.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Project;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

abstract class ProjectStoreContract extends StoreContract {
    ProjectStoreContract(StoreBed bed) {
        super(bed);
    }

    @Test
    void aProjectIsFoundByItsIdentityAndByItsName() {
        assertThat(store.projects().find(project.id())).contains(project);
        assertThat(store.projects().findByName("studio/site")).contains(project);
        assertThat(store.projects().find(UUID.randomUUID())).isEmpty();
        assertThat(store.projects().findByName("studio")).isEmpty();
    }

    @Test
    void aRenamedProjectKeepsItsIdentity() {
        Project renamed = new Project(project.id(), "studio/shop");

        store.projects().save(renamed);

        assertThat(store.projects().find(project.id())).contains(renamed);
        assertThat(store.projects().findByName("studio/site")).isEmpty();
        assertThat(store.projects().list()).containsExactly(renamed);
    }

    @Test
    void aProjectThatTakesTheNameOfAForgottenOneIsTheOneThatIsFound() {
        clock.forward(Duration.ofDays(1));
        Project newer = new Project(UUID.randomUUID(), project.name());

        store.projects().save(newer);

        assertThat(store.projects().findByName(project.name())).contains(newer);
    }

    @Test
    void projectsAreListedByName() {
        Project upper = new Project(UUID.randomUUID(), "Zoo");
        Project lower = new Project(UUID.randomUUID(), "\u00e4pfel & '; DROP TABLE project --");
        store.projects().save(upper);
        store.projects().save(lower);

        assertThat(store.projects().list()).containsExactly(upper, project, lower);
    }

    @Test
    void projectsSurviveAReopening() {
        reopen();

        assertThat(store.projects().list()).containsExactly(project);
    }

    @Test
    void aProjectWithoutANameIsRefused() {
        assertThatThrownBy(() -> store.projects().save(new Project(UUID.randomUUID(), " ")))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_INPUT));
    }
}
