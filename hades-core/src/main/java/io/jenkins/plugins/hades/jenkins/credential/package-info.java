/** Jenkins' credentials as logins of the engine, and the choices of credentials in forms. Secrets are read when they are used, and not kept. */
package io.jenkins.plugins.hades.jenkins.credential;
