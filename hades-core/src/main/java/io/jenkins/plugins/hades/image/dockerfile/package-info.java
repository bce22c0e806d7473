/** Reads of a Dockerfile what decides which inputs a build has: its arguments, stages, base images and secrets. Pure, and never refuses. */
package io.jenkins.plugins.hades.image.dockerfile;
