package jenkins.scm.api.mixin;

/** A pull request. */
public interface ChangeRequestSCMHead {}
