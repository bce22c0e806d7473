/** Finds out whether something that was started on a server serves, asking from the server's own side. */
package io.jenkins.plugins.hades.target.health;
