package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.engine.Engine;
import io.jenkins.plugins.hades.trigger.Triggers;

/** A working engine with everything that it stands on: closing it closes connections and store too. */
interface OpenEngine extends AutoCloseable {
    Engine engine();

    Triggers triggers();

    @Override
    void close();
}
