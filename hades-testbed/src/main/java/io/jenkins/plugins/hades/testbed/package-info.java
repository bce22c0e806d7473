/**
 * The testbed: real servers on this machine for the demo and for the integration tests. A test says what it needs, and asks for hosts by name; each host has an
 * address, an SSH server on port 22 and a Docker engine of its own, which start when they are first used:
 *
 * <pre>{@code
 * @BeforeAll
 * static void needs() {
 *     Testbed.require(Need.SSHD, Need.DOCKER, Need.BUSYBOX);
 * }
 *
 * @Test
 * void something() {
 *     TestHost build = Testbed.shared().host("build");
 *     SshServer ssh = build.ssh();             // ssh.host(), ssh.port(), ssh.user(), ssh.clientKey(), ssh.knownHostsLine()
 *     DockerDaemon docker = build.docker();    // docker.docker("ps").run(), docker.restart(), docker.kill9()
 *     Path file = build.file("/srv/x");        // a file of the host, as this JVM reaches it
 *     build.command("ls", "/srv").run();       // a command on the host, not through SSH
 *     build.place().disconnect();              // pulls the cable
 *     GitServer git = Testbed.shared().git();  // git.create("app"), then by path, git.ssh(), git.http(), git.https()
 * }
 * }</pre>
 *
 * <p>Ports that containers publish are reached at {@code build.address()}, or only on the host itself when they are published on its loopback address. The
 * hosts reach this JVM at {@code Testbed.shared().address()}.
 */
package io.jenkins.plugins.hades.testbed;
