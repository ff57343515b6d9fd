package redline.output;

import org.locationtech.jts.geom.Geometry;

/**
 * Where a finding lies, in the CRS of the scheme.
 *
 * @param measured whether {@code shape} is what was measured; else it is a point within what the finding is about
 */
record Place(Geometry shape, boolean measured) {}
