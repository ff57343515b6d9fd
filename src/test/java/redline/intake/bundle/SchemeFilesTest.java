package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.scheme.Dates;
import redline.scheme.Scheme;

/** A scheme written in another format and read back is the same scheme. */
class SchemeFilesTest {
    private static final Dates DATES = Dates.allOn(LocalDate.of(2025, 9, 1));

    @TempDir
    private Path folder;

    static Stream<Path> schemes() {
        return Stream.of(
                Path.of("docs", "examples", "complete.yaml"),
                Path.of("docs", "examples", "indicators.yaml"),
                Path.of("docs", "examples", "one-building.json"),
                Path.of("test-cases", "schemes", "office-2016", "scheme.yaml"),
                Path.of("test-cases", "schemes", "story-wuzhen", "round-1.yaml"),
                Path.of("test-cases", "schemes", "wuzhen-housing", "scheme.yaml"));
    }

    private static Source source(Path path) {
        try {
            return new Source(path.getFileName().toString(), Files.readAllBytes(path));
        } catch (IOException absent) {
            throw new AssertionError(absent);
        }
    }

    private static Scheme accepted(Intake intake) {
        assertThat(intake)
                .as(() -> intake instanceof Intake.Refused refused
                        ? refused.complaints().toString()
                        : "")
                .isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).scheme();
    }

    private Upload file(String name, byte[] bytes) {
        try {
            return Upload.of(Files.write(folder.resolve(name), bytes));
        } catch (IOException full) {
            throw new AssertionError(full);
        }
    }

    private Scheme back(Upload... files) {
        try {
            return accepted(Bundle.of(new ArrayList<>(List.of(files)))
                    .draft(Choices.none())
                    .intake(null, DATES));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    /** All but the digest, which is that of the bytes handed in, and the order of elements. */
    private static void same(Scheme found, Scheme expected) {
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("sha256")
                .ignoringCollectionOrder()
                .withEqualsForType(Geometry::equalsExact, Polygon.class)
                .withEqualsForType(Geometry::equalsExact, LineString.class)
                .withEqualsForType(Geometry::equalsExact, Point.class)
                .withEqualsForType(Geometry::equalsExact, Geometry.class)
                .isEqualTo(expected);
    }

    private static Scheme original(Path path) {
        return accepted(SchemeReader.readWith(source(path), null, DATES));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void through_json(Path path) {
        same(back(file("方案.json", SchemeFiles.of(source(path)).json())), original(path));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void through_a_drawing_and_a_table_of_values(Path path) {
        SchemeFiles files = SchemeFiles.of(source(path));
        String rest = new String(files.csv(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.matches(".*,\"?(MULTI)?(POLYGON|LINESTRING|POINT) ?\\(.*"))
                .collect(Collectors.joining("\r\n"));

        same(back(file("总平面.dxf", files.dxf()), file("指标.csv", rest.getBytes(StandardCharsets.UTF_8))), original(path));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void through_a_workbook(Path path) {
        same(back(file("方案.xlsx", SchemeFiles.of(source(path)).xlsx())), original(path));
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void through_a_city_model(Path path) {
        same(back(file("方案.city.json", SchemeFiles.of(source(path)).cityJson())), original(path));
    }

    static Stream<Path> located() {
        return schemes().filter(path -> SchemeFiles.of(source(path)).located());
    }

    @ParameterizedTest
    @MethodSource("located")
    void through_a_geopackage(Path path) throws IOException {
        same(back(file("方案.gpkg", SchemeFiles.of(source(path)).geoPackage())), original(path));
    }

    @ParameterizedTest
    @MethodSource("located")
    void through_geojson(Path path) {
        List<FileContents.Trouble> troubles = new ArrayList<>();

        same(back(file("方案.geojson", SchemeFiles.of(source(path)).geoJson(troubles))), original(path));
        assertThat(troubles).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void the_same_scheme_gives_the_same_bytes(Path path) {
        SchemeFiles once = SchemeFiles.of(source(path));
        SchemeFiles again = SchemeFiles.of(source(path));

        assertThat(again.xlsx()).isEqualTo(once.xlsx());
        assertThat(again.dxf()).isEqualTo(once.dxf());
        assertThat(again.cityJson()).isEqualTo(once.cityJson());
        assertThat(again.csv()).isEqualTo(once.csv());
    }
}
