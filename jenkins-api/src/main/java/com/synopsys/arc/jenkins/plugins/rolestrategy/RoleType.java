package com.synopsys.arc.jenkins.plugins.rolestrategy;

/** What roles are for. */
public enum RoleType {
    Project;

    public String getStringType() {
        throw new UnsupportedOperationException("compile-only");
    }
}
