package com.cloudbees.jenkins.plugins.sshcredentials;

import com.cloudbees.plugins.credentials.common.StandardUsernameCredentials;

/** A user of SSH. */
public interface SSHUser extends StandardUsernameCredentials {}
