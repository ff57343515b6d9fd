/**
 * Any mix of files as one scheme: what each layer, field and table means, elements joined by their number, every value with the place that
 * it was read from, contradictions told and not decided. The result is a scheme file like one written by hand, and is read as such.
 * Refuses to decide between two values, to guess units or a coordinate system, and to judge.
 */
package redline.intake.bundle;
