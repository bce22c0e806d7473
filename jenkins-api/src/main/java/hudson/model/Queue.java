package hudson.model;

/** What waits for an executor. */
public class Queue {
    Queue() {}
    /** Something that can be queued. */
    public interface Task {}
}
