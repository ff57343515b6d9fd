package redline.sun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridPlaceTest {
    /**
     * By the usual first term, convergence ≈ (λ − λ0)·sin φ. 4549 has its central meridian at 120° E; 4528 is zone 40 of three degrees, also at
     * 120°, with the zone before the east; 4547 is at 114°.
     */
    @ParameterizedTest
    @CsvSource({
        "EPSG:4549, 553691, 3390300, 120",
        "EPSG:4549, 440000, 3390300, 120",
        "EPSG:4549, 500000, 3390300, 120",
        "EPSG:4549, 553691, 4390300, 120",
        "EPSG:4528, 40553691, 3390300, 120",
        "EPSG:4547, 560000, 2500000, 114"
    })
    void true_north_is_turned_from_the_grids(String crs, double x, double y, double meridian) {
        GridPlace place = GridPlace.of(crs, x, y);

        double latitude = Math.toRadians(place.location().latitude());
        double longitude = place.location().longitude();
        assertThat(place.convergence()).isCloseTo((longitude - meridian) * Math.sin(latitude), within(1e-4));
        assertThat(Math.signum(Math.rint((longitude - meridian) * 1e6)))
                .isEqualTo(Math.signum(Math.rint((x % 1_000_000 - 500_000) * 1e6)));
    }

    /** On the central meridian the northing is the arc of the meridian (scale 1), and by its usual series 30.63° are 3 389 958 m. */
    @Test
    void a_known_point_stands_where_it_should() {
        double latitude = Math.toRadians(30.63);
        double e2 = 0.00669438002290; // GRS 80
        double arc = 6_378_137
                * ((1 - e2 / 4 - 3 * e2 * e2 / 64 - 5 * e2 * e2 * e2 / 256) * latitude
                        - (3 * e2 / 8 + 3 * e2 * e2 / 32 + 45 * e2 * e2 * e2 / 1024) * Math.sin(2 * latitude)
                        + (15 * e2 * e2 / 256 + 45 * e2 * e2 * e2 / 1024) * Math.sin(4 * latitude)
                        - 35 * e2 * e2 * e2 / 3072 * Math.sin(6 * latitude));

        GridPlace place = GridPlace.of("EPSG:4549", 500_000, arc);

        assertThat(place.location().latitude()).isCloseTo(30.63, within(1e-7));
        assertThat(place.location().longitude()).isCloseTo(120, within(1e-9));
        assertThat(place.convergence()).isCloseTo(0, within(1e-9));
    }

    @Test
    void east_of_the_central_meridian_grid_north_stands_to_the_east_of_true_north() {
        assertThat(GridPlace.of("EPSG:4549", 553_691, 3_390_300).convergence()).isCloseTo(0.2853, within(0.0005));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EPSG:999999", "", "4549", "local grid", "EPSG:4490"})
    void what_is_no_projected_system_is_told(String crs) {
        assertThatThrownBy(() -> GridPlace.of(crs, 553_691, 3_390_300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a projected coordinate system: " + crs);
    }

    @Test
    void a_point_far_outside_of_its_zone_is_told() {
        assertThatThrownBy(() -> GridPlace.of("EPSG:4549", 40_553_691, 3_390_300))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not within reach of EPSG:4549");
    }
}
