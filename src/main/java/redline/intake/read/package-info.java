/**
 * What stands in a file that an applicant has, before it becomes part of a scheme: format, layers, counts, areas, extents, and what is
 * wrong with it ({@code ./redline read}). Refuses to decide what a layer means.
 */
package redline.intake.read;
