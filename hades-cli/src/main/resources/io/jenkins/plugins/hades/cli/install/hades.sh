#!/bin/sh
# The hades command. HADES_JAVA_OPTIONS holds further options for the Java machine, separated by spaces.
exec "@java@" ${HADES_JAVA_OPTIONS-} -Dhades.examples="@home@/current/examples" -cp "@home@/current/lib/*" io.jenkins.plugins.hades.cli.Main "$@"
