package redline.measure;

import redline.quantity.Quantity;
import redline.scheme.Subject;

/** What was measured of a subject; for each (quantity, subject) there is at most one measure. */
public record Measure(Quantity quantity, Subject subject, Reading reading, Evidence evidence) {}
