/** Makes container images of sources on build servers. Equal inputs are built once: an image is found again by the key of what went into it. */
package io.jenkins.plugins.hades.image;
