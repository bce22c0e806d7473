package com.cloudbees.plugins.credentials.domains;

import java.io.Serializable;

/** Where credentials are meant to be used. */
public class Domain implements Serializable {
    Domain() {}

    public static Domain global() {
        throw new UnsupportedOperationException("compile-only");
    }
}
