package redline.worker;

/** What a worker is asked: the name of a task that its entry knows, and the bytes that the task reads. */
public record Task(String name, byte[] request) {}
