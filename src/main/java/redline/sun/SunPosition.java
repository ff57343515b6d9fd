package redline.sun;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import net.e175.klaus.solarpositioning.DeltaT;
import net.e175.klaus.solarpositioning.SPA;
import net.e175.klaus.solarpositioning.SolarPosition;

/**
 * Where the sun stands, by the SPA algorithm of NREL. Azimuth and zenith are seen from the place; declination, hour angle and equation of
 * time are those of almanacs, of the Earth's centre. Angles in degrees.
 *
 * @param azimuth clockwise from true north
 * @param zenith from straight up, without refraction
 * @param declination north positive
 * @param hourAngle westward from the meridian, −180 to 180
 * @param equationOfTime apparent minus mean solar time, minutes
 */
public record SunPosition(double azimuth, double zenith, double declination, double hourAngle, double equationOfTime) {
    /** What the Earth's radius at the place spans from the mean sun (8.794″), which the year changes by a sixtieth: radians. */
    static final double PARALLAX = Math.toRadians(8.794 / 3600);

    private static final double SECONDS_A_DAY = 86_400;

    public static SunPosition of(Location place, ZonedDateTime time) {
        return of(place, time, deltaT(time.toLocalDate()), 0);
    }

    /** Terrestrial minus universal time as it was or is expected to be on a day, s. */
    public static double deltaT(LocalDate day) {
        return DeltaT.estimate(day);
    }

    /**
     * @param deltaT terrestrial minus universal time, s
     * @param elevation above the sea, m
     */
    public static SunPosition of(Location place, ZonedDateTime time, double deltaT, double elevation) {
        SolarPosition seen = SPA.calculateSolarPosition(time, place.latitude(), place.longitude(), elevation, deltaT);
        double azimuth = Math.toRadians(seen.azimuth());
        double zenith = Math.toRadians(seen.zenithAngle());
        double latitude = Math.toRadians(place.latitude());
        double south = -Math.sin(zenith) * Math.cos(azimuth);
        double up = Math.cos(zenith) + PARALLAX; // from the Earth's centre the sun stands a trifle higher
        double west = -Math.sin(zenith) * Math.sin(azimuth);
        double equator = up * Math.cos(latitude) + south * Math.sin(latitude);
        double pole = up * Math.sin(latitude) - south * Math.cos(latitude);
        double hourAngle = Math.toDegrees(Math.atan2(west, equator));
        double declination = Math.toDegrees(Math.atan2(pole, Math.hypot(west, equator)));
        double meanHourAngle = meanHourAngle(place, time);
        return new SunPosition(
                seen.azimuth(), seen.zenithAngle(), declination, hourAngle, turn(hourAngle - meanHourAngle) * 4);
    }

    /** Zenith with refraction, degrees. {@code pressure} in hPa, {@code temperature} in °C. */
    public static double refracted(
            Location place, ZonedDateTime time, double deltaT, double elevation, double pressure, double temperature) {
        return SPA.calculateSolarPosition(
                        time, place.latitude(), place.longitude(), elevation, deltaT, pressure, temperature)
                .zenithAngle();
    }

    /** Apparent solar time in hours, 12 when the sun stands in the meridian. */
    public double apparentSolarTime() {
        return 12 + hourAngle / 15;
    }

    private static double meanHourAngle(Location place, ZonedDateTime time) {
        double seconds = time.toEpochSecond() % SECONDS_A_DAY + time.getNano() / 1e9;
        return turn(seconds / SECONDS_A_DAY * 360 - 180 + place.longitude());
    }

    /** Into −180 to 180 degrees. */
    private static double turn(double degrees) {
        return Math.IEEEremainder(degrees, 360);
    }
}
