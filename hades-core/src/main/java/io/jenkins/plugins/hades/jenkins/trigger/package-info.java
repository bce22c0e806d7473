/** Hears in Jenkins of pushes, and hands them to the engine. */
package io.jenkins.plugins.hades.jenkins.trigger;
