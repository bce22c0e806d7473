package io.jenkins.plugins.hades.engine;

import io.jenkins.plugins.hades.context.DerivedContext;
import io.jenkins.plugins.hades.context.OperationContext;

/** Another context under an operation's token, for tidying up after it. */
final class TokenContext extends DerivedContext {
    private final String token;

    TokenContext(String token, OperationContext origin) {
        super(origin);
        this.token = token;
    }

    @Override
    public String token() {
        return token;
    }
}
