package io.jenkins.plugins.hades.jenkins.service;

import io.jenkins.plugins.hades.engine.Engine;

/** A working engine with everything that it stands on: closing it closes connections and store too. */
interface OpenEngine extends AutoCloseable {
    Engine engine();

    @Override
    void close();
}
