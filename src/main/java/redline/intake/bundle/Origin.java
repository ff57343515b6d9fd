package redline.intake.bundle;

/** Where a value of the scheme was read: the file, and the place in it that people can find. */
public record Origin(String file, String place) {}
