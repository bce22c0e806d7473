/** Environments as folders of files on a server, switched by a link. */
package io.jenkins.plugins.hades.target.files;
