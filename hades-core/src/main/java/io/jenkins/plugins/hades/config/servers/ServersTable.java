package io.jenkins.plugins.hades.config.servers;

import io.jenkins.plugins.hades.config.schema.Forms;
import io.jenkins.plugins.hades.config.schema.Key;
import io.jenkins.plugins.hades.config.schema.Names;
import io.jenkins.plugins.hades.config.schema.Sizes;
import io.jenkins.plugins.hades.config.schema.Values;
import io.jenkins.plugins.hades.source.ArchiveLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The keys of the servers file. */
final class ServersTable extends ServersForm<ServersFile> {
    private final Key<Map<String, ServerDraft>> servers = key(
            "servers",
            Forms.map(Names.SERVERS, new ServerTable(place())),
            "{}",
            "The servers by the names that projects use for them.");
    private final Key<Map<String, GitAccess>> git = key(
            "git",
            Forms.map(Names.HOSTS, new GitTable(place()), (host, access) -> access.apply(host)),
            "{}",
            "Git hosts that want a login, by host name.");
    private final Key<Optional<RegistrySettings>> registry = optional(
            "registry",
            new RegistryTable(place()),
            "A registry by which images are shipped; without it they go from server to server directly.");
    private final Key<Optional<StoreSettings>> store = optional(
            "store",
            new StoreTable(place()),
            "The database of projects, releases and operations; without it, one that is embedded in hades.");

    private final Key<Optional<WebhookSettings>> webhook = optional(
            "webhook",
            new WebhookTable(place()),
            "How GitHub tells hades serve of pushes; without it, hades serve takes no webhooks.");
    private final Key<Duration> audit = key("audit", new AuditTable(), "{}", "How long it is known who did what.");
    private final Key<Long> archives = key(
            "archive-size",
            Forms.size(ArchiveLimits.LEAST, ArchiveLimits.MOST),
            Sizes.shown(ArchiveLimits.LARGEST),
            "The largest archive that may be uploaded to be deployed. Unpacked it may be eight times as large.");

    ServersTable(Place place) {
        super("a servers file", place);
    }

    @Override
    protected ServersFile make(Values values) {
        return new ServersFile(
                Jumps.resolved(values.get(servers)),
                values.get(git),
                values.get(registry),
                values.get(store),
                values.get(webhook),
                values.get(audit),
                ArchiveLimits.ofSize(values.get(archives)));
    }
}
