package jenkins.model;

/** Jenkins' own address. */
public class JenkinsLocationConfiguration extends GlobalConfiguration {
    public static JenkinsLocationConfiguration get() {
        throw new UnsupportedOperationException("compile-only");
    }

    public String getUrl() {
        throw new UnsupportedOperationException("compile-only");
    }
}
