package io.jenkins.plugins.hades.testbed;

import io.jenkins.plugins.hades.testbed.docker.BusyboxImage;
import java.util.concurrent.CountDownLatch;

/** A program that starts servers, says where, and then waits to be killed. Its arguments: what to do in the end, and a name to keep them as. */
final class AbandonedTestbed {

    private AbandonedTestbed() {}

    public static void main(String[] arguments) throws InterruptedException {
        Testbed testbed = Testbed.open();
        TestHost host = testbed.host("abandoned");
        host.ssh();
        String container = host.docker()
                .docker("run", "--detach", BusyboxImage.TAG, "sleep", "600")
                .run()
                .orFail()
                .text();
        String containerPid = host.docker()
                .docker("inspect", "--format", "{{.State.Pid}}", container)
                .run()
                .text();
        host.command("sh", "-c", "setsid sleep 600 >/dev/null 2>&1 & echo $! > /run/detached")
                .run()
                .orFail();
        String detached = host.command("cat", "/run/detached").run().text();
        if (arguments[0].equals("keep")) {
            testbed.keep(arguments[1]);
        }
        System.out.println(
                "started " + containerPid + " " + detached + " " + host.place().folder());
        if (arguments[0].equals("wait")) {
            new CountDownLatch(1).await();
        }
    }
}
