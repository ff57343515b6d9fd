package redline.intake;

import redline.quantity.Text;

/**
 * What is wrong with an input. {@code line} counts from 1, 0 = no line; {@code element} is a path with ids
 * ({@code buildings[3#].volumes[T].footprint}).
 */
public record Complaint(String file, int line, String element, Text what, Text remedy) {}
