/** What an administrator configures of Hades in Jenkins: servers, known Git hosts, the store; by form or as code. */
package io.jenkins.plugins.hades.jenkins.settings;
