/** The file that tells the {@code hades} command its servers, Git hosts, registry and store; in Jenkins these are configured there. */
package io.jenkins.plugins.hades.config.servers;
