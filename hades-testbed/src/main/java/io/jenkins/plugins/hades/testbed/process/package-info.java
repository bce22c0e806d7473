/** Processes of this machine: commands that run to their end, servers with a log, and the control groups that hold them so that all can be ended. */
package io.jenkins.plugins.hades.testbed.process;
