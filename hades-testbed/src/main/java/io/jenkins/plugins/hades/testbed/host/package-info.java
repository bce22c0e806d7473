/** Where servers of the testbed run: on the machine itself, or on hosts made of network and mount namespaces that share nothing which a test could see. */
package io.jenkins.plugins.hades.testbed.host;
