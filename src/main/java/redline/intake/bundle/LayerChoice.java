package redline.intake.bundle;

/** A layer of a file. */
public record LayerChoice(String file, String layer) {}
