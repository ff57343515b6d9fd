package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Point;

/** A vehicle entrance of the site: the side it lies on and the road it opens to.
 *
 * @param width m
 * @param angle to the road, degrees
 * @param inNoAccess whether it lies within a stretch where no access may be (禁开口段)
 */
public record Access(
        String id,
        String name,
        String parcel,
        Compass compass,
        String road,
        BigDecimal width,
        BigDecimal angle,
        Boolean inNoAccess,
        Point place) {}
