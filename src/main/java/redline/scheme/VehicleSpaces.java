package redline.scheme;

import java.math.BigDecimal;
import redline.quantity.Quantity;

/** Car spaces of one class of vehicle, visitor spaces left out, and the factor by which they become standard spaces. */
public record VehicleSpaces(
        String id,
        String name,
        String parcel,

        @Stated(
                zh = "车型",
                en = "class of vehicle",
                words = {"MICRO", "SMALL", "LIGHT", "MEDIUM", "LARGE"})
        String vehicle,

        @Stated(zh = "车位数", en = "spaces") Integer spaces,

        @Stated(zh = "换算系数", en = "factor", measures = Quantity.VEHICLE_FACTOR)
        BigDecimal factor)
        implements Element {}
