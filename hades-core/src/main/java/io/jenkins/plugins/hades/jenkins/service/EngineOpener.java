package io.jenkins.plugins.hades.jenkins.service;

/** Opens engines. */
@FunctionalInterface
interface EngineOpener {
    /**
     * Opens the store, settles what an earlier process left, and begins to work.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException when the store cannot be opened
     */
    OpenEngine open(EngineBasis basis) throws InterruptedException;
}
