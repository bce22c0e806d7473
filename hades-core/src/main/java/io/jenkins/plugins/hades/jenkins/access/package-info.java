/** As whom work in the background looks at Jenkins' objects. */
package io.jenkins.plugins.hades.jenkins.access;
