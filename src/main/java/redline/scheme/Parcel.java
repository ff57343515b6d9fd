package redline.scheme;

import java.math.BigDecimal;
import java.util.List;
import org.locationtech.jts.geom.Polygon;

/**
 * A parcel, or a sub-zone of one (then {@code zones} is empty). {@code code} is the 宗地代码, {@code landUse} a code of domain
 * B.11, {@code area} the contract's site area in m² (出让面积), the base of every ratio.
 */
public record Parcel(
        String id, String name, String code, String landUse, BigDecimal area, Polygon boundary, List<Parcel> zones) {}
