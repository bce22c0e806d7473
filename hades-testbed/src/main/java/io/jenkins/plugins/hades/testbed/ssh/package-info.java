/** Real OpenSSH servers, and throw-away keys for their clients. */
package io.jenkins.plugins.hades.testbed.ssh;
