package io.jenkins.plugins.hades.ui;

import com.cloudbees.jenkins.plugins.sshcredentials.impl.BasicSSHUserPrivateKey;
import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.CredentialsStore;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.Descriptor.FormException;
import hudson.model.ModelObject;
import hudson.util.Secret;
import io.jenkins.plugins.hades.api.CredentialRegistry;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.jenkins.project.ProjectItems;
import io.jenkins.plugins.hades.model.Project;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;

/** New credentials go to the store of the project's folder, else of the nearest folder above, else of Jenkins; with the rights of that store. */
final class CredentialsInStores implements CredentialRegistry {
    @Override
    public Stored add(Optional<Project> project, NewCredential credential) {
        String doing = "Adding credential " + credential.id();
        CredentialsStore store = store(project, doing);
        if (!store.hasPermission(CredentialsProvider.CREATE)) {
            throw new HadesException(
                    ErrorKind.FORBIDDEN,
                    doing,
                    "that wants the permission Credentials/Create on " + store.getContextDisplayName(),
                    "Ask whoever administers it");
        }
        try {
            if (!store.addCredentials(Domain.global(), made(credential))) {
                throw new HadesException(
                        ErrorKind.CONFLICT,
                        doing,
                        "there is one of that id",
                        "Choose another id, or change it in Jenkins");
            }
        } catch (IOException | FormException e) {
            throw new HadesException(ErrorKind.BAD_INPUT, doing, String.valueOf(e.getMessage()), "", e);
        }
        return new Stored(credential.id(), credential.kind(), store.getContextDisplayName());
    }

    private static CredentialsStore store(Optional<Project> project, String doing) {
        ModelObject place = project.<ModelObject>map(wanted -> ProjectItems.visible(wanted)
                        .orElseThrow(() -> new HadesException(
                                ErrorKind.CONFLICT,
                                doing,
                                "no item of Jenkins is bound to project " + wanted.name(),
                                "Bind it to one"))
                        .item())
                .orElseGet(Jenkins::get);
        Iterator<CredentialsStore> stores =
                CredentialsProvider.lookupStores(place).iterator();
        if (!stores.hasNext()) {
            throw new HadesException(
                    ErrorKind.CONFLICT,
                    doing,
                    "Jenkins keeps no credentials there",
                    "Look at its credentials providers");
        }
        return stores.next();
    }

    private static Credentials made(NewCredential credential) throws FormException {
        String description = credential.description().orElse("");
        String user = credential.username().orElse("");
        return switch (credential.kind()) {
            case USERNAME_PASSWORD ->
                new UsernamePasswordCredentialsImpl(
                        CredentialsScope.GLOBAL, credential.id(), description, user, credential.secret());
            case SSH_KEY ->
                new BasicSSHUserPrivateKey(
                        CredentialsScope.GLOBAL,
                        credential.id(),
                        user,
                        new BasicSSHUserPrivateKey.DirectEntryPrivateKeySource(credential.secret()),
                        credential.passphrase().orElse(""),
                        description);
            case SECRET_TEXT ->
                new StringCredentialsImpl(
                        CredentialsScope.GLOBAL, credential.id(), description, Secret.fromString(credential.secret()));
        };
    }
}
