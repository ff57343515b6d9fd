package redline.requirement;

import java.math.BigDecimal;

/**
 * What a part of a total is counted from: {@code property} of a fact of the scheme, times a rate.
 *
 * @param type of the fact, {@code ParkingBase}
 * @param id of the fact, null where it stands for what was not supplied
 * @param quantity null = unknown
 * @param rate for one of the quantity (a square metre, a dwelling), null = unknown
 */
public record Counted(String type, String id, String property, BigDecimal quantity, BigDecimal rate) {}
