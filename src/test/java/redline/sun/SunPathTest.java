package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunPathTest {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Every minute of the clock from some time before 6 to after 18 h, with and without a turned grid. */
    @ParameterizedTest
    @CsvSource({
        "2001-01-20, 30.63, 120.56, 0",
        "2001-01-20, 30.63, 120.56, 1.2",
        "2001-12-22, 30.63, 120.56, -0.7",
        "2001-06-21, 30.63, 120.56, 0",
        "2001-06-21, 45.8, 126.5, 0",
        "2001-12-22, 45.8, 126.5, 0",
        "2001-01-20, 45.8, 126.5, 0",
        "2001-01-20, 18.25, 109.5, 0",
        "2001-06-21, 18.25, 109.5, 0",
        "2001-12-22, 18.25, 109.5, 0",
        "2001-03-20, 39.9, 116.4, 0",
        "2001-01-20, 43.8, 87.617, 0",
        "2024-12-21, 52, 0.5, 0"
    })
    void the_path_goes_where_the_sun_stands(LocalDate day, double latitude, double longitude, double convergence) {
        Location place = new Location(latitude, longitude);
        SunPath path = SunPath.of(place, day, BEIJING, convergence);
        double noon = 12 - (longitude - 120) / 15;
        for (int minute = -375; minute <= 375; minute++) {
            ZonedDateTime time = day.atStartOfDay(BEIJING).plusSeconds(Math.round(noon * 3600) + minute * 60L);
            SunPosition sun = SunPosition.of(place, time);
            double hour = sun.apparentSolarTime();
            if (hour < 6 || hour > 18) {
                continue;
            }
            double azimuth = Math.toRadians(sun.azimuth() - convergence);
            double zenith = Math.toRadians(sun.zenith());
            double[] seen = {
                Math.sin(zenith) * Math.sin(azimuth), Math.sin(zenith) * Math.cos(azimuth), Math.cos(zenith)
            };

            double[] to = path.direction(hour);

            double off = Math.sqrt(
                    Math.pow(to[0] - seen[0], 2) + Math.pow(to[1] - seen[1], 2) + Math.pow(to[2] - seen[2], 2));
            assertThat(Math.toDegrees(off)).as("%s %s", time, hour).isLessThan(1e-5);
            assertThat(path.altitude(hour)).isCloseTo(90 - sun.zenith(), within(1e-5));
            assertThat(path.declination(hour)).isCloseTo(sun.declination(), within(1e-5));
            assertThat(Math.IEEEremainder(path.azimuth(hour) - sun.azimuth(), 360) * Math.sin(zenith))
                    .isCloseTo(0, within(1e-5));
            double clock = path.clock(hour).toNanoOfDay() / 1e9;
            assertThat(Math.IEEEremainder(clock - time.toLocalTime().toSecondOfDay(), 86_400))
                    .as("%s", time)
                    .isCloseTo(0, within(0.1));
        }
    }

    @Test
    void at_twelve_the_sun_stands_in_the_meridian() {
        SunPath path = SunPath.of(new Location(30.63, 120.56), LocalDate.of(2001, 1, 20), BEIJING, 0.25);

        assertThat(path.azimuth(12)).isCloseTo(180, within(1e-6));
        assertThat(path.gridAzimuth(12)).isCloseTo(179.75, within(1e-6));
        double fromTheCentre = 90 - 30.63 + path.declination(12);
        double parallax = 8.794 / 3600 * Math.cos(Math.toRadians(fromTheCentre));
        assertThat(path.altitude(12)).isCloseTo(fromTheCentre - parallax, within(1e-6));
    }

    @Test
    void a_place_is_on_earth() {
        assertThatThrownBy(() -> new Location(91, 0)).hasMessageContaining("91.0");
        assertThatThrownBy(() -> new Location(0, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
