/** The interface of all targets: where and how environments run, and how their artifacts come there. */
package io.jenkins.plugins.hades.target;
