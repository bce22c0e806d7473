/** Deployments that nobody asked for by hand: Hades is told of pushes to repositories, looks up what they are, and deploys what the config says. */
package io.jenkins.plugins.hades.trigger;
