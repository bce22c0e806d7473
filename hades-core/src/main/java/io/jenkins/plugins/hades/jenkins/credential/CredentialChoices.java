package io.jenkins.plugins.hades.jenkins.credential;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import java.util.List;
import java.util.Optional;

/** The choices of credentials in forms. Who may not use credentials sees only the one that is chosen. */
public final class CredentialChoices {
    private CredentialChoices() {}

    /** Credentials of the controller, of these types, for an administrator. */
    public static ListBoxModel ofController(String current, List<Class<? extends StandardCredentials>> types) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!RunningJenkins.isAdministrator()) {
            return choices.includeCurrentValue(current);
        }
        return choices.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2, RunningJenkins.top(), StandardCredentials.class, List.of(), ofTypes(types))
                .includeCurrentValue(current);
    }

    /**
     * Credentials that an item can use, of these types, for whoever may use them there.
     *
     * @param item the item; empty on a page that belongs to none, where an administrator sees the controller's
     */
    public static ListBoxModel ofItem(
            Optional<Item> item, String current, List<Class<? extends StandardCredentials>> types) {
        if (item.isEmpty()) {
            return ofController(current, types);
        }
        Item place = item.get();
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!place.hasPermission(Item.EXTENDED_READ) && !place.hasPermission(CredentialsProvider.USE_ITEM)) {
            return choices.includeCurrentValue(current);
        }
        return choices.includeEmptyValue()
                .includeMatchingAs(
                        ItemCredentials.authentication(place),
                        place,
                        StandardCredentials.class,
                        List.of(),
                        ofTypes(types))
                .includeCurrentValue(current);
    }

    private static CredentialsMatcher ofTypes(List<Class<? extends StandardCredentials>> types) {
        return CredentialsMatchers.anyOf(
                types.stream().map(CredentialsMatchers::instanceOf).toArray(CredentialsMatcher[]::new));
    }
}
