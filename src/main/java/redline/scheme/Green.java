package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Polygon;

/** A green area; {@code area} as declared in m², {@code coefficient} the share that counts. Kinds are those of the drawing. */
public record Green(String id, String parcel, String kind, BigDecimal area, BigDecimal coefficient, Polygon outline) {}
