package io.jenkins.plugins.hades.engine;

/** What is done for one kind of operation. */
interface Work {
    /**
     * Does it, and says what became of it.
     *
     * @throws io.jenkins.plugins.hades.error.HadesException when it failed; what the environment was before is then put right
     */
    String perform(Job job) throws InterruptedException;
}
