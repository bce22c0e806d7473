/** A project's config: what {@code hades.yml} or a {@code captain-definition} says, and what of it counts for a deployment. */
package io.jenkins.plugins.hades.config;
