package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.config.RunSettings;
import io.jenkins.plugins.hades.model.Artifact;
import io.jenkins.plugins.hades.model.Phase;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.source.SourceTree;
import io.jenkins.plugins.hades.source.Sources;
import io.jenkins.plugins.hades.store.ReleaseStore;
import io.jenkins.plugins.hades.store.Store;
import io.jenkins.plugins.hades.store.VariableValue;
import io.jenkins.plugins.hades.target.Artifacts;
import io.jenkins.plugins.hades.target.BuildPlan;
import io.jenkins.plugins.hades.target.Targets;
import java.util.List;
import java.util.Map;

/** The stages of a deployment from source to release: build, ship, record. */
final class ReleaseMaker {
    private final Store store;
    private final Sources sources;
    private final Targets targets;

    ReleaseMaker(Store store, Sources sources, Targets targets) {
        this.store = store;
        this.sources = sources;
        this.targets = targets;
    }

    /** Makes and records the release; nothing of the environment has changed when it returns. */
    Release make(Job job, Prepared prepared) throws InterruptedException {
        List<VariableValue> values = store.variables().values(job.environment().id());
        values.stream().filter(VariableValue::secret).forEach(value -> job.run().mask(value.value()));
        DeclaredValues variables = new DeclaredValues(prepared.config(), values);
        variables.require(job.environment().name());
        String kind = prepared.config().environment().target();
        Artifacts artifacts = targets.get(kind).artifacts();
        Artifact artifact = build(job, prepared, variables, artifacts);
        job.run().step("Ship");
        artifacts.ship(artifact, prepared.build(), prepared.deploy(), job.run());
        RunSettings settings =
                new RunSettings(prepared.config().run(), prepared.config().health(), variables.fromConfig(Phase.RUN));
        return store.releases()
                .record(new ReleaseStore.Draft(
                        job.environment().id(),
                        revision(prepared),
                        artifact,
                        values.stream().map(VariableValue::recorded).toList(),
                        kind,
                        settings.toJson(),
                        prepared.build().spec().name(),
                        prepared.deploy().spec().name(),
                        job.run().operation().id()));
    }

    private Artifact build(Job job, Prepared prepared, DeclaredValues variables, Artifacts artifacts)
            throws InterruptedException {
        job.run().step("Build");
        SourceTree tree = prepared.origin().layOut(prepared.config().source(), prepared.build(), job);
        Map<String, String> builtIn =
                Map.of("HADES_REVISION", revision(prepared).label());
        Artifact artifact = artifacts.make(
                new BuildPlan(
                        job.project(), prepared.build(), tree, prepared.config().build(), variables.build(builtIn)),
                job.run());
        sources.tidy(prepared.build(), job.run());
        return artifact;
    }

    private static Revision revision(Prepared prepared) {
        return prepared.origin().revision(prepared.config().source());
    }
}
