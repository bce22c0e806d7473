/**
 * The Docker Engine API of a server, through its SSH connection: docker-java's typed commands on an HTTP transport that opens the
 * engine's Unix socket on the server. Nothing listens on this side, and no port is open on the other.
 */
package io.jenkins.plugins.hades.docker;
