package io.jenkins.plugins.hades.jenkins.project;

import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.hades.config.ServerAllowance;
import io.jenkins.plugins.hades.jenkins.access.RunningJenkins;
import io.jenkins.plugins.hades.jenkins.form.Fields;
import io.jenkins.plugins.hades.jenkins.settings.ConfiguredServers;
import io.jenkins.plugins.hades.jenkins.settings.HadesConfiguration;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import java.util.List;
import java.util.Optional;

/** The choices of servers in the forms of items and steps: those that an item's project may use. */
public final class ServerChoices {
    private ServerChoices() {}

    /**
     * The names of servers with this role, for whoever may configure the item; for others only the current one.
     *
     * @param item the item; empty on a page that belongs to none, where an administrator sees all
     */
    public static ListBoxModel of(Optional<Item> item, ServerRole role, String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Messages.ServerChoices_asConfigured(), "");
        boolean allowed = item.map(place -> place.hasPermission(Item.CONFIGURE))
                .orElseGet(() -> RunningJenkins.isAdministrator());
        if (allowed) {
            List<ServerSpec> servers =
                    new ConfiguredServers(HadesConfiguration.get().getServers()).usable();
            servers.stream()
                    .filter(server -> server.roles().contains(role))
                    .filter(server -> item.isEmpty() || mayUse(server, item.get()))
                    .forEach(server -> choices.add(server.name()));
        }
        Fields.given(current)
                .filter(name -> choices.stream().noneMatch(choice -> choice.value.equals(name)))
                .ifPresent(choices::add);
        return choices;
    }

    /** Whether a project that is bound to the item, or one that its builds reach, may use the server. */
    private static boolean mayUse(ServerSpec server, Item item) {
        return ServerAllowance.lists(server, item.getFullName())
                || new ReachableProjects(item)
                        .all().stream()
                                .anyMatch(bound -> ServerAllowance.lists(
                                        server, bound.item().getFullName()));
    }
}
