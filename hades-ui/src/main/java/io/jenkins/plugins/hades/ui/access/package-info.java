/** Who may use which project: given and taken through the authorization strategy of Jenkins. */
package io.jenkins.plugins.hades.ui.access;
