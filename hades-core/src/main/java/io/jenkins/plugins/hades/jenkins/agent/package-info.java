/** Build agents of Jenkins as servers of Hades: where they are and how they are logged in to, from their launchers. */
package io.jenkins.plugins.hades.jenkins.agent;
