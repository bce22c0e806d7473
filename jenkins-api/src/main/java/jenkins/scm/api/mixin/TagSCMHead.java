package jenkins.scm.api.mixin;

/** A tag. */
public interface TagSCMHead {}
