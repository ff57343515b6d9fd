package redline.scheme;

import java.math.BigDecimal;

/** A public facility (物业用房, 社区用房, 公厕 …), {@code area} in m². */
public record Facility(String id, String parcel, String building, String kind, BigDecimal area) {}
