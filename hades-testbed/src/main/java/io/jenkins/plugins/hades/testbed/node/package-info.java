/** Node.js and npm for images that are built where no registry of images can be reached. */
package io.jenkins.plugins.hades.testbed.node;
