/** The Pipeline steps of Hades. A step reaches only projects that are bound to its build's own job or to a folder above it. */
package io.jenkins.plugins.hades.steps;
