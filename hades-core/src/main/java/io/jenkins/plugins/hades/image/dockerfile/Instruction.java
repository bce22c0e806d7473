package io.jenkins.plugins.hades.image.dockerfile;

/**
 * One instruction of a Dockerfile, its continued lines put together.
 *
 * @param name its name in upper case: {@code FROM}
 * @param rest what follows the name, without the bodies of here-documents
 * @param line the line on which it begins, from 1
 */
record Instruction(String name, String rest, int line) {}
