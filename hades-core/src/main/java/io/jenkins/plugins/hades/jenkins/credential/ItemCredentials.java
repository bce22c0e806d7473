package io.jenkins.plugins.hades.jenkins.credential;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Finds credentials by their ids, as an item or the controller itself may use them. */
public final class ItemCredentials {
    private ItemCredentials() {}

    /** The credential of this id that the item's builds could use. */
    public static Optional<StandardCredentials> find(Item item, String id) {
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItem(
                        StandardCredentials.class, item, authentication(item), List.of()),
                CredentialsMatchers.withId(id)));
    }

    /** The login of this id among the controller's credentials. */
    public static Optional<StandardUsernameCredentials> ofController(String id) {
        return Optional.ofNullable(CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItemGroup(
                        StandardUsernameCredentials.class, RunningJenkins.top(), ACL.SYSTEM2, List.of()),
                CredentialsMatchers.withId(id)));
    }

    /** As whom the item's builds run. */
    static Authentication authentication(Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }
}
