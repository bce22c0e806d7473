package com.michelin.cio.hudson.plugins.rolestrategy;

/** Whom a role is given to. */
public enum AuthorizationType {
    USER,
    GROUP,
    EITHER
}
