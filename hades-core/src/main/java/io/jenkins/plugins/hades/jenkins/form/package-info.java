/** How values of Jenkins' forms are read: lines of text areas, empty fields. */
package io.jenkins.plugins.hades.jenkins.form;
