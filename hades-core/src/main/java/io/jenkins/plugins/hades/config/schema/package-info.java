/**
 * Reading of YAML files by tables of keys: what is read, checked, described as JSON Schema and documented comes from one line for each key.
 * Every problem of a file is found in one go, with its line, its column and what was expected.
 */
package io.jenkins.plugins.hades.config.schema;
