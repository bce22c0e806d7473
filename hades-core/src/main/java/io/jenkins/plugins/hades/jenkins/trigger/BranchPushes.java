package io.jenkins.plugins.hades.jenkins.trigger;

import hudson.Extension;
import io.jenkins.plugins.hades.jenkins.project.BoundProject;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.model.GitRefs;
import io.jenkins.plugins.hades.model.Push;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jenkins.scm.api.SCMEvent;
import jenkins.scm.api.SCMEventListener;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadEvent;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMSource;
import jenkins.scm.api.SCMSourceOwner;
import jenkins.scm.api.mixin.ChangeRequestSCMHead;
import jenkins.scm.api.mixin.TagSCMHead;

/**
 * Hears of pushes to the branches and tags of multibranch projects that a project of Hades is bound to, from GitHub Branch Source and whatever else makes
 * events of SCM API. Only the name of the branch or tag is taken from an event. Returns at once.
 */
@Extension
public final class BranchPushes extends SCMEventListener {
    @Override
    public void onSCMHeadEvent(SCMHeadEvent<?> event) {
        PushInbox.later(() -> pushes(event));
    }

    private static List<PushInbox.Heard> pushes(SCMHeadEvent<?> event) {
        Map<String, List<BoundProject>> concerned = new TreeMap<>();
        for (BoundProject bound : ProjectItems.bound()) {
            if (bound.item() instanceof SCMSourceOwner owner) {
                refs(owner, event).forEach(ref -> concerned
                        .computeIfAbsent(ref, any -> new ArrayList<>())
                        .add(bound));
            }
        }
        return concerned.entrySet().stream()
                .map(entry -> new PushInbox.Heard(push(event, entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The branches and tags of the owner's own repository that the event tells of. A pull request is none of them. */
    private static List<String> refs(SCMSourceOwner owner, SCMHeadEvent<?> event) {
        List<String> refs = new ArrayList<>();
        for (SCMSource source : owner.getSCMSources()) {
            if (event.isMatch(source)) {
                for (SCMHead head : event.heads(source).keySet()) {
                    if (SCMHeadOrigin.DEFAULT.equals(head.getOrigin()) && !(head instanceof ChangeRequestSCMHead)) {
                        refs.add(
                                head instanceof TagSCMHead
                                        ? GitRefs.ofTag(head.getName())
                                        : GitRefs.ofBranch(head.getName()));
                    }
                }
            }
        }
        return refs.stream().distinct().toList();
    }

    private static Push push(SCMHeadEvent<?> event, String ref) {
        boolean deleted = event.getType() == SCMEvent.Type.REMOVED;
        return HeardDeliveries.find(event.getTimestamp(), ref)
                .map(told -> told.as(told.delivery() + "/branch", List.of()))
                .orElseGet(() ->
                        new Push("jenkins-" + UUID.randomUUID(), List.of(), List.of(), ref, deleted, false, 0, ""));
    }
}
