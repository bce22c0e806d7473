/** Projects of Hades and the items of Jenkins that they are bound to. */
package io.jenkins.plugins.hades.jenkins.project;
