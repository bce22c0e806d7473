package io.jenkins.plugins.hades.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jenkins.plugins.hades.testbed.Need;
import io.jenkins.plugins.hades.testbed.Testbed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class the {@link Bench}, made for the first class and closed after the last one. Where this machine has no controller, the class is left out with
 * a message. After each class, nothing that Hades did may have left a warning in the controller's log.
 */
final class OnController implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace PLACE = ExtensionContext.Namespace.create(OnController.class);

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Optional<Path> found = Controller.find();
        assumeTrue(
                found.isPresent(),
                "left out: no Jenkins controller in $HADES_CONTROLLER or ~/.cache/hades/controller (jenkins.war, plugins/)");
        Testbed.require(Need.HOSTS, Need.SSHD, Need.DOCKER, Need.BUSYBOX, Need.GIT, Need.POSTGRES);
        Bench bench = bench(context, found.get());
        context.getStore(PLACE).put("logged", bench.controller().log().entries().size());
    }

    private static Bench bench(ExtensionContext context, Path folder) {
        return context.getRoot()
                .getStore(PLACE)
                .getOrComputeIfAbsent(
                        Bench.class,
                        type -> {
                            try {
                                return new Bench(folder);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        Bench.class);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Integer logged = context.getStore(PLACE).get("logged", Integer.class);
        if (logged != null) {
            Bench bench = context.getRoot().getStore(PLACE).get(Bench.class, Bench.class);
            assertThat(bench.controller().log().after(logged).warningsOfHades())
                    .as("warnings in the controller's log")
                    .isEmpty();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Bench.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(PLACE).get(Bench.class, Bench.class);
    }
}
