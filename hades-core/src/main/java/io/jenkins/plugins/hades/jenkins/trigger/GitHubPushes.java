package io.jenkins.plugins.hades.jenkins.trigger;

import hudson.Extension;
import hudson.model.Item;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.model.Push;
import io.jenkins.plugins.hades.trigger.GitHubPayload;
import io.jenkins.plugins.hades.trigger.RepositoryNames;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.scm.api.SCMSourceOwner;
import org.jenkinsci.plugins.github.extension.GHEventsSubscriber;
import org.jenkinsci.plugins.github.extension.GHSubscriberEvent;
import org.kohsuke.github.GHEvent;

/**
 * Hears from the GitHub plugin of pushes, for projects that are bound to something else than a multibranch project. Its methods name that plugin's types, so
 * Jenkins leaves it out where the plugin is missing. Returns at once.
 */
@Extension(optional = true)
public final class GitHubPushes extends GHEventsSubscriber {
    private static final Logger LOGGER = Logger.getLogger(GitHubPushes.class.getName());

    @Override
    protected boolean isApplicable(Item item) {
        return item != null
                && BoundProject.of(item).filter(GitHubPushes::ownOnly).isPresent();
    }

    @Override
    protected Set<GHEvent> events() {
        return Set.of(GHEvent.PUSH);
    }

    @Override
    protected void onEvent(GHSubscriberEvent event) {
        String delivery = Optional.ofNullable(event.getEventGuid()).orElseGet(() -> "jenkins-" + UUID.randomUUID());
        try {
            Push push =
                    GitHubPayload.read(delivery, List.of(), event.getPayload().getBytes(StandardCharsets.UTF_8));
            HeardDeliveries.add(event.getTimestamp(), push);
            PushInbox.later(() -> List.of(new PushInbox.Heard(push, concerned(push))));
        } catch (HadesException e) {
            LOGGER.log(Level.INFO, e, () -> "Delivery " + delivery + " of GitHub is left alone");
        }
    }

    private static List<BoundProject> concerned(Push push) {
        return ProjectItems.bound().stream()
                .filter(GitHubPushes::ownOnly)
                .filter(bound -> RepositoryNames.same(bound.settings().getRepository(), push.repositories()))
                .toList();
    }

    /** Whether pushes are heard here: those to a multibranch project come as its own events. */
    private static boolean ownOnly(BoundProject bound) {
        return !(bound.item() instanceof SCMSourceOwner);
    }
}
