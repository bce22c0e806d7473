/** The engine of the controller: opened when Jenkins has loaded its jobs, or when it is first needed; closed when Jenkins stops. */
package io.jenkins.plugins.hades.jenkins.service;
