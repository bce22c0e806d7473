package hudson.model;

import org.kohsuke.stapler.HttpResponse;

/** A refusal that Jenkins shows as a page. */
public class Failure extends RuntimeException implements HttpResponse {
    public Failure(String message) {
        super(message);
    }
}
