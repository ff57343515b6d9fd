package redline.measure;

import java.util.List;
import redline.scheme.Subject;

/**
 * A declared number that was also computed. {@code item} is its column in the declared table, or {@code area} for the parcel's;
 * {@code id} and {@code item} are null, and {@code lacks} names why, for what a site's table does not state.
 */
public record Indicator(String id, Subject subject, String site, String item, List<Missing> lacks) {}
