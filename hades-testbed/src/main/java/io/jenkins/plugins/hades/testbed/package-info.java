/** The testbed: real servers on this machine for the demo and for the integration tests. {@link io.jenkins.plugins.hades.testbed.Testbed} is where to start. */
package io.jenkins.plugins.hades.testbed;
