package redline.scheme;

import java.math.BigDecimal;

/**
 * Indicators of one parcel or zone as the applicant's 技术经济指标表 states them, exact as written. Shares are fractions with
 * the declared decimals kept (46.6 % = 0.466).
 */
public record Declared(
        String site,
        BigDecimal far,
        BigDecimal farFloorArea,
        BigDecimal floorAreaAbove,
        BigDecimal floorAreaBelow,
        BigDecimal commercialArea,
        BigDecimal footprint,
        BigDecimal density,
        BigDecimal greenArea,
        BigDecimal greenRatio,
        BigDecimal motorSpaces,
        BigDecimal nonMotorSpaces,
        BigDecimal dwellings) {}
