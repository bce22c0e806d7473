package io.jenkins.plugins.hades.model;

import java.util.UUID;

/**
 * What a team deploys.
 *
 * @param id its identity, kept when it is renamed or moved
 * @param name its label: in Jenkins the full name of its item
 */
public record Project(UUID id, String name) {}
