package redline.sun;

import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * The sun by the short series of almanacs: mean longitude, mean anomaly, equation of the centre, obliquity. Good to 0.01° around the year
 * 2000; written apart from what it is held against.
 */
record LowPrecisionSun(double declination, double equationOfTime) {
    private static final ZonedDateTime EPOCH = ZonedDateTime.parse("2000-01-01T12:00:00Z");

    static LowPrecisionSun at(ZonedDateTime time) {
        double days = Duration.between(EPOCH, time).toMillis() / 86_400_000.0 + 64.0 / 86_400;
        double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
        double mean = 280.460 + 0.9856474 * days;
        double longitude = Math.toRadians(mean + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
        double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
        double rightAscension =
                Math.toDegrees(Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude)));
        return new LowPrecisionSun(
                Math.toDegrees(Math.asin(Math.sin(obliquity) * Math.sin(longitude))),
                4 * Math.IEEEremainder(mean - rightAscension, 360));
    }
}
