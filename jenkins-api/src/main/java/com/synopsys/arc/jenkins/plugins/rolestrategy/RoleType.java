package com.synopsys.arc.jenkins.plugins.rolestrategy;

/** What roles are for. */
public enum RoleType {
    Global,
    Project,
    Slave;

    public String getStringType() {
        throw new UnsupportedOperationException("compile-only");
    }
}
