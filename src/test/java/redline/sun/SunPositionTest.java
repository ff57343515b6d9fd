package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SunPositionTest {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final Location TONGXIANG = new Location(30.63, 120.56);

    static List<String> table() throws IOException {
        return Files.readAllLines(Path.of("test-cases/sun/spa_reference_subset.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @Test
    void the_table_is_whole() throws IOException {
        assertThat(table()).hasSize(28);
    }

    /** Of NREL's own program, with refraction at 1000 hPa and 10 °C, ΔT 0. */
    @ParameterizedTest
    @MethodSource("table")
    void the_sun_stands_where_the_program_of_nrel_sees_it(String row) {
        String[] cells = row.split(",");
        ZonedDateTime time = ZonedDateTime.parse(cells[0]);
        Location place = new Location(Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));

        SunPosition sun = SunPosition.of(place, time, 0, 0);

        assertThat(Math.IEEEremainder(sun.azimuth() - Double.parseDouble(cells[3]), 360))
                .isCloseTo(0, within(0.0003));
        assertThat(SunPosition.refracted(place, time, 0, 0, 1000, 10))
                .isCloseTo(Double.parseDouble(cells[4]), within(0.0003));
    }

    /**
     * The worked example of NREL/TP-560-34302, with what it prints on the way: declination, hour angle, equation of time. Its mean sun runs by
     * terrestrial time, ours by the clock, so the last differs by what it goes in 67 s: 0.2 s.
     */
    @Test
    void the_published_example_of_nrel() {
        Location golden = new Location(39.742476, -105.1786);
        ZonedDateTime time = ZonedDateTime.parse("2003-10-17T12:30:30-07:00");

        SunPosition sun = SunPosition.of(golden, time, 67, 1830.14);

        assertThat(sun.azimuth()).isCloseTo(194.34024, within(0.0003));
        assertThat(SunPosition.refracted(golden, time, 67, 1830.14, 820, 11)).isCloseTo(50.11162, within(0.0003));
        assertThat(sun.declination()).isCloseTo(-9.31434, within(0.0001));
        assertThat(sun.hourAngle()).isCloseTo(11.1059, within(0.0001));
        assertThat(sun.equationOfTime()).isCloseTo(14.641503, within(0.005));
    }

    /**
     * 8:00 of apparent solar time on 大寒日 by the clock, as a page on 日照 tells it. It does not say its longitudes: these are ours, so
     * 30 s are allowed.
     */
    @ParameterizedTest
    @CsvSource({"沈阳, 41.8, 123.433, 07:57:02", "西安, 34.3, 108.93, 08:55:06", "乌鲁木齐, 43.8, 87.617, 10:20:18"})
    void eight_oclock_of_the_sun_by_the_clock_of_beijing(String city, double latitude, double longitude, String clock) {
        SunPath path = SunPath.of(new Location(latitude, longitude), LocalDate.of(2001, 1, 20), BEIJING);

        assertThat(path.clock(8).toSecondOfDay())
                .as(city)
                .isCloseTo(LocalTime.parse(clock).toSecondOfDay(), within(30));
    }

    /**
     * On 20 January 2001 the declination is −20.11° when the sun stands in the meridian of Tongxiang. The −20.3° that tables for 日照 give is
     * Cooper's formula, 23.45°·sin(360°·(284 + day)/365), which is some tenths of a degree off in winter.
     */
    @Test
    void the_declination_of_the_great_cold_is_the_one_of_the_sky() {
        ZonedDateTime noon = ZonedDateTime.parse("2001-01-20T12:08:50+08:00");
        double cooper = 23.45 * Math.sin(Math.toRadians(360.0 * (284 + 20) / 365));

        assertThat(SunPosition.of(TONGXIANG, noon).declination()).isCloseTo(-20.115, within(0.001));
        assertThat(cooper).isCloseTo(-20.34, within(0.005));
    }

    /** {@link LowPrecisionSun} is good to 0.01°, some seconds of time. */
    @ParameterizedTest
    @CsvSource({"2001-01-20", "2001-03-20", "2001-06-21", "2001-09-23", "2001-12-22", "2026-01-20", "2026-11-03"})
    void declination_and_equation_of_time_agree_with_the_formulas_of_almanacs(LocalDate day) {
        for (int hour = 0; hour < 24; hour += 3) {
            ZonedDateTime time = day.atTime(hour, 0).atZone(BEIJING);
            SunPosition sun = SunPosition.of(TONGXIANG, time);
            LowPrecisionSun almanac = LowPrecisionSun.at(time);

            assertThat(sun.declination()).as("%s", time).isCloseTo(almanac.declination(), within(0.01));
            assertThat(sun.equationOfTime()).as("%s", time).isCloseTo(almanac.equationOfTime(), within(0.05));
        }
    }

    @Test
    void refraction_lifts_the_sun() {
        ZonedDateTime time = ZonedDateTime.parse("2001-01-20T08:08:50+08:00");
        double zenith = SunPosition.of(TONGXIANG, time).zenith();

        assertThat(zenith - SunPosition.refracted(TONGXIANG, time, 64, 0, 1013, 10))
                .isBetween(0.05, 0.09);
    }
}
