package redline.scheme;

import org.locationtech.jts.geom.Point;

/** A vehicle entrance of the site: the side it lies on and the road it opens to. */
public record Access(String id, String name, String parcel, Compass compass, String road, Point place) {}
