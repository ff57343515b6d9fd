package redline.scheme;

import java.math.BigDecimal;

/** A public facility (物业用房, 社区用房, 公厕 …), {@code area} in m²; {@code storey} the highest that
 * it lies on; {@code handedOver}: 无偿移交. */
public record Facility(
        String id, String parcel, String building, String kind, BigDecimal area, Integer storey, Boolean handedOver) {}
