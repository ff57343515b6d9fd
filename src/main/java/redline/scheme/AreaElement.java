package redline.scheme;

import java.math.BigDecimal;
import org.locationtech.jts.geom.Polygon;

/**
 * A line of the area table or an area frame of a storey: {@code area} in m² × {@code count}, with 面积系数 and 计容系数.
 * {@code outline} (when drawn) is measured where the basis of floor areas is the drawing.
 */
public record AreaElement(
        String id,
        String building,
        String storey,
        String kind,
        String use,
        Boolean belowGround,
        BigDecimal area,
        Integer count,
        BigDecimal areaCoefficient,
        BigDecimal farCoefficient,
        Boolean inFootprint,
        Polygon outline) {}
