package redline.casefile;

import redline.quantity.Text;

/** A word to choose from, of {@code templates/office}. */
public record Choice(String id, Text title) {}
