package org.jenkinsci.plugins.workflow.steps;

import java.io.Serializable;
import java.util.concurrent.Future;

/** A running body. */
public abstract class BodyExecution implements Future<Object>, Serializable {}
