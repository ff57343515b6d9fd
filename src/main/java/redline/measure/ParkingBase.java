package redline.measure;

import java.math.BigDecimal;
import java.util.List;

/**
 * What parking of one use on one site is counted from: floor area (m², 面积系数 applied, above and below ground) and dwellings of
 * exactly that code. Floor area of parking itself (1208, domain B.11) is no base.
 *
 * @param use null where some floor area on the site has no known use; {@code lacks} names it
 */
public record ParkingBase(
        String site, String use, Trace<BigDecimal> floorArea, Trace<BigDecimal> dwellings, List<Missing> lacks) {
    static final String PARKING = "1208";
}
