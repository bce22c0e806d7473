/**
 * Environments as containers of a Docker engine. Nothing is kept on the side of Hades: containers, networks and volumes are found again by
 * their labels.
 */
package io.jenkins.plugins.hades.target.docker;
