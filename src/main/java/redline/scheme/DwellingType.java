package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Unit;

/**
 * Dwellings of one size on a parcel (户型表): floor area of one, its in-suite part ({@code inSuiteArea}), and how many there are.
 */
public record DwellingType(
        String id,
        String name,
        String parcel,

        @Stated(zh = "每户建筑面积", en = "floor area of a dwelling", unit = Unit.SQUARE_METRE)
        BigDecimal unitArea,

        @Stated(zh = "每户套内建筑面积", en = "in-suite area of a dwelling", unit = Unit.SQUARE_METRE)
        BigDecimal inSuiteArea,

        @Stated(zh = "户数", en = "dwellings") Integer count)
        implements Element {}
