package redline.requirement;

/** A local default steps back: {@code to} is the rule of the parcel's conditions that bounds the same quantity the same way. */
public record Yielding(String to, Certainty certainty) {}
