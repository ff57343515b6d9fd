package redline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.scheme.Basis;
import redline.scheme.ConditionLine;
import redline.scheme.ConditionLine.Bound;
import redline.scheme.ConditionLine.Item;
import redline.scheme.Dates;
import redline.scheme.Layer;
import redline.scheme.Letter;
import redline.scheme.Scheme;

class SchemeReaderTest {
    private static final String HEAD = """
            redline: 1
            name: 示例
            basis: table
            dates: { conditionsIssued: 2025-05-06, contractSigned: 2025-06-10, applicationReceived: 2025-09-01 }
            """;
    private static final List<String> ANY = List.of("ANY");

    @Test
    void absentAndNullAreUnknownAndAnEmptyListIsNone() {
        Scheme scheme = accepted(HEAD + """
                parcels: [{ id: A, area: null }]
                roads: null
                greens: []
                """);
        assertThat(scheme.parcels().get(0).area()).isNull();
        assertThat(scheme.parcels().get(0).zones()).isNull();
        assertThat(scheme.roads()).isNull();
        assertThat(scheme.sides()).isNull();
        assertThat(scheme.greens()).isEmpty();
    }

    @Test
    void numbersAreTheDecimalsThatWereWritten() {
        Scheme scheme = accepted(HEAD + """
                parcels: [{ id: A, area: 58023.580 }]
                buildings: [{ id: 1#, declaredHeight: 35.80 m, declaredFootprint: 1e3, ground: -0.10 }]
                declared: [{ far: 1.3500000000000000001, density: 46.60 %, greenRatio: "30%", farFloorArea: 3124.8㎡ }]
                """);
        assertThat(scheme.parcels().get(0).area()).isEqualTo(new BigDecimal("58023.580"));
        assertThat(scheme.buildings().get(0).declaredHeight()).isEqualTo(new BigDecimal("35.80"));
        assertThat(scheme.buildings().get(0).declaredFootprint()).isEqualTo(new BigDecimal("1000"));
        assertThat(scheme.buildings().get(0).ground()).isEqualTo(new BigDecimal("-0.10"));
        assertThat(scheme.declared().get(0).far()).isEqualTo(new BigDecimal("1.3500000000000000001"));
        assertThat(scheme.declared().get(0).density()).isEqualTo(new BigDecimal("0.4660"));
        assertThat(scheme.declared().get(0).greenRatio()).isEqualTo(new BigDecimal("0.30"));
        assertThat(scheme.declared().get(0).farFloorArea()).isEqualTo(new BigDecimal("3124.8"));
    }

    @Test
    void jsonAndYamlOfTheSameContentAreTheSameScheme() {
        Scheme yaml = accepted(HEAD + """
                crs: EPSG:4549
                parcels:
                  - id: A
                    landUse: "0902"
                    area: 2016.50 m²
                    boundary: POLYGON ((553600 3390000, 553700 3390000, 553700 3390100, 553600 3390000))
                """);
        Intake json = read("a.json", """
                {"redline": 1, "name": "示例", "basis": "table", "crs": "EPSG:4549",
                 "dates": {"conditionsIssued": "2025-05-06", "contractSigned": "2025-06-10",
                           "applicationReceived": "2025-09-01"},
                 "parcels": [{"id": "A", "landUse": "0902", "area": 2016.50, "boundary": {"type": "Polygon",
                   "coordinates": [[[553600, 3390000], [553700, 3390000], [553700, 3390100], [553600, 3390000]]]}}]}
                """);
        assertThat(withoutHash(((Intake.Accepted) json).scheme())).isEqualTo(withoutHash(yaml));
    }

    /** Every attribute in words, geometry as WKT. */
    private static String withoutHash(Scheme scheme) {
        return scheme.toString().replace(scheme.sha256(), "");
    }

    @Test
    void aUseCodeIsATextAlsoWithoutQuotes() {
        assertThat(accepted(HEAD + "parcels: [{ id: 1, landUse: 0902 }]").parcels())
                .extracting("id", "landUse")
                .containsExactly(tuple("1", "0902"));
    }

    @Test
    void aByteOrderMarkIsNoObstacle() {
        assertThat(read("a.yaml", "\uFEFF" + HEAD)).isInstanceOf(Intake.Accepted.class);
        assertThat(read("a.json", "\uFEFF{}")).isInstanceOf(Intake.Refused.class);
    }

    @Test
    void aBlankBoundIsUnknownAndAWrittenNullStillSaysWhichWayItBounds() {
        assertThat(lines(HEAD + """
                parcels: [{ id: A }]
                conditions:
                  - id: letter
                    lines:
                      - { item: FAR }
                      - { item: FAR, max: null }
                      - { item: ROOF_FORM, oneOf: null }
                      - {}
                """))
                .containsExactly(
                        new ConditionLine("1", null, "A", Item.FAR, null, null, null, ANY, "ANY", "ANY", "ANY"),
                        new ConditionLine("2", null, "A", Item.FAR, Bound.MAX, null, null, ANY, "ANY", "ANY", "ANY"),
                        new ConditionLine(
                                "3", null, "A", Item.ROOF_FORM, Bound.ONE_OF, null, null, ANY, "ANY", "ANY", "ANY"),
                        new ConditionLine("4", null, "A", null, null, null, null, null, null, null, null));
    }

    @Test
    void aQualifierThatTheItemHasIsUnknownUntilItIsSaid() {
        assertThat(lines(HEAD + """
                parcels: [{ id: A }]
                conditions:
                  - id: letter
                    lines:
                      - { item: SETBACK, min: 5 }
                      - { item: SETBACK, min: 5, side: [S, E], beyond: ROAD, heightClass: HIGH }
                      - { item: SETBACK, min: 5, side: ANY, beyond: ANY, heightClass: ANY }
                      - { item: CONTROL_LINE_SETBACK, min: 8, beyond: BLUE_LINE }
                      - { item: PARKING_MOTOR_PER_100M2, min: 0.8, use: "09" }
                      - { item: PARKING_MOTOR_PER_DWELLING, min: 1.2, use: ANY }
                """))
                .containsExactly(
                        setback("1", null, null, null),
                        setback("2", List.of("S", "E"), "ROAD", "HIGH"),
                        setback("3", ANY, "ANY", "ANY"),
                        new ConditionLine(
                                "4",
                                null,
                                "A",
                                Item.CONTROL_LINE_SETBACK,
                                Bound.MIN,
                                new BigDecimal("8"),
                                null,
                                ANY,
                                "BLUE_LINE",
                                "ANY",
                                "ANY"),
                        new ConditionLine(
                                "5",
                                null,
                                "A",
                                Item.PARKING_MOTOR_PER_100M2,
                                Bound.MIN,
                                new BigDecimal("0.008"),
                                null,
                                ANY,
                                "ANY",
                                "ANY",
                                "09"),
                        new ConditionLine(
                                "6",
                                null,
                                "A",
                                Item.PARKING_MOTOR_PER_DWELLING,
                                Bound.MIN,
                                new BigDecimal("1.2"),
                                null,
                                ANY,
                                "ANY",
                                "ANY",
                                "ANY"));
    }

    private static ConditionLine setback(String id, List<String> sides, String beyond, String heightClass) {
        return new ConditionLine(
                id, null, "A", Item.SETBACK, Bound.MIN, new BigDecimal("5"), null, sides, beyond, heightClass, "ANY");
    }

    @Test
    void theSiteIsInferredOnlyWhereThereIsOneParcelWithoutZones() {
        String line =
                "conditions: [{ id: letter, lines: [{ item: FAR, max: 1 }, { item: FAR, max: 1, site: null }] }]\n";
        assertThat(lines(HEAD + line + "parcels: [{ id: A }]"))
                .extracting("site")
                .containsExactly("A", null);
        assertThat(lines(HEAD + line + "parcels: [{ id: A, zones: [{ id: A-1 }] }]"))
                .extracting("site")
                .containsOnlyNulls();
        assertThat(lines(HEAD + line + "parcels: [{ id: A }, { id: B }]"))
                .extracting("site")
                .containsOnlyNulls();
        assertThat(lines(HEAD + line)).extracting("site").containsOnlyNulls();
    }

    @Test
    void theParcelOfAnElementIsInferredWhereThereIsOnlyOneButNeighboursStandWhereTheyStand() {
        Scheme scheme = accepted(HEAD + """
                parcels: [{ id: A, zones: [{ id: A-1 }] }]
                buildings: [{ id: 1# }, { id: 2#, parcel: null }]
                surroundings: [{ id: 邻 }]
                """);
        assertThat(scheme.buildings()).extracting("parcel").containsExactly("A", null);
        assertThat(scheme.surroundings()).extracting("parcel").containsOnlyNulls();
    }

    @Test
    void oneAsOfDateStandsForEachDateThatIsNotStated() {
        LocalDate asOf = LocalDate.of(2025, 1, 2);
        String head = "redline: 1\nname: 示例\nbasis: table\n";
        assertThat(dates(head, asOf)).isEqualTo(Dates.allOn(asOf));
        assertThat(dates(head + "dates: { contractSigned: 2024-12-31 }", asOf))
                .isEqualTo(new Dates(asOf, LocalDate.of(2024, 12, 31), asOf));
        assertThat(SchemeReader.read(source("a.yaml", head), null, null)).isInstanceOf(Intake.Refused.class);
    }

    private static Dates dates(String text, LocalDate asOf) {
        return ((Intake.Accepted) SchemeReader.read(source("a.yaml", text), null, asOf))
                .scheme()
                .dates();
    }

    @Test
    void theBasisIsOneWordOrOneForEachFamily() {
        assertThat(accepted(HEAD).basis()).isEqualTo(Basis.all(Basis.Source.TABLE));
        assertThat(accepted(
                                HEAD.replace(
                                        "table",
                                        "{ footprints: drawing, floorAreas: itemised, heights: drawing, green: table, parking: table }"))
                        .basis())
                .isEqualTo(new Basis(
                        Basis.Source.DRAWING,
                        Basis.Source.ITEMISED,
                        Basis.Source.DRAWING,
                        Basis.Source.TABLE,
                        Basis.Source.TABLE));
    }

    @Test
    void aParkingTableDecidesWhereItIsWrittenAlsoAsNull() {
        assertThat(accepted(HEAD).basis().written()).isEmpty();
        assertThat(accepted(HEAD + "parkingNeeds: []\n").basis().written()).containsExactly(Layer.PARKING_NEEDS);
        Scheme unknown = accepted(HEAD + "parkingNeeds: null\nvehicleSpaces: null\n");
        assertThat(unknown.basis().written()).containsExactlyInAnyOrder(Layer.PARKING_NEEDS, Layer.VEHICLE_SPACES);
        assertThat(unknown.layers()).isEmpty();
    }

    @Test
    void anAreaElementNamesADwellingTypeOfTheFile() {
        String element = "areaElements: [{ id: a, detail: { form: BALCONY, dwellingType: D2 } }]\n";
        Scheme scheme = accepted(HEAD + element + "dwellingTypes: [{ id: D2, inSuiteArea: 96.2 m² }]\n");
        assertThat(scheme.areaElements().get(0).detail().dwellingType()).isEqualTo("D2");
        assertThat(refused("a.yaml", HEAD + element + "dwellingTypes: [{ id: D1 }]\n"))
                .containsExactly("没有编号为“D2”的户型");
    }

    @Test
    void aConditionsFileReplacesTheConditionsAndSaysSo() {
        Source scheme = source("a.yaml", HEAD + "parcels: [{ id: A }]\nconditions: [{ id: old }]\n");
        Source conditions = source("b.yaml", "redline: 1\nconditions: [{ id: new, parcel: A, incorporates: [] }]\n");
        Intake.Accepted accepted = (Intake.Accepted) SchemeReader.read(scheme, conditions);
        assertThat(accepted.scheme().conditions())
                .containsExactly(new Letter("new", "A", null, null, null, null, List.of(), null, null));
        assertThat(accepted.remarks())
                .extracting("file", "line", "element")
                .containsExactly(tuple("a.yaml", 6, "conditions"));
        assertThat(accepted.scheme().sha256())
                .isNotEqualTo(((Intake.Accepted) SchemeReader.read(scheme, null))
                        .scheme()
                        .sha256());
    }

    @Test
    void whatIsTooLargeIsRefusedInOneComplaint() {
        assertThat(refused("a.yaml", "a".repeat(20 * 1024 * 1024 + 1))).containsExactly("文件超过 20 MB");
        assertThat(refused("a.json", "{\"a\": [" + "1,".repeat(200_000) + "1]}"))
                .containsExactly("元素超过 200000 个");
        assertThat(refused("a.yaml", "- 1\n".repeat(200_001))).containsExactly("元素超过 200000 个");
        assertThat(refused("a.json", "[".repeat(100_000))).containsExactly("嵌套超过 64 层");
        assertThat(refused("a.yaml", "[".repeat(100_000))).containsExactly("嵌套超过 64 层");
        assertThat(refused("a.yaml", "- ".repeat(100_000))).containsExactly("嵌套超过 64 层");
        assertThat(refused("a.yaml", "? ".repeat(100_000))).containsExactly("嵌套超过 64 层");
    }

    /** The scanner's own small buffer makes this take minutes. */
    @Test
    void oneLineOfMegabytesTakesNoLongerThanManyLines() {
        String text = HEAD + "project: { name: " + "x".repeat(10 * 1024 * 1024) + " }";
        assertThat(assertTimeout(Duration.ofSeconds(10), () -> refused("a.yaml", text)))
                .containsExactly("文字超过 2000 字");
    }

    @Test
    void aShapeWithTooManyCornersIsRefused() {
        String corners = "553600 3390000, ".repeat(20_000);
        assertThat(refused(
                        "a.yaml",
                        HEAD + "crs: EPSG:4549\nroads: [{ id: R, redLine: \"LINESTRING (" + corners
                                + "553700 3390000)\" }]"))
                .containsExactly("图形超过 20000 个顶点");
    }

    @Test
    void complaintsBeyondAThousandAreCounted() {
        List<String> what = refused("a.yaml", HEAD + "greens:\n" + "  - {}\n".repeat(1_200));
        assertThat(what).hasSize(1_001).endsWith("另有 200 处问题未列出");
    }

    @Test
    void aSourceIsAFileOrTheSchemeOfAFolder(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> Source.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("没有 scheme.yaml, scheme.yml, scheme.json");
        assertThatThrownBy(() -> Source.of(folder.resolve("x.yaml")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("找不到文件");
        Files.writeString(folder.resolve("scheme.yml"), HEAD);
        assertThat(Source.of(folder))
                .isEqualTo(source(folder.resolve("scheme.yml").toString(), HEAD));
        assertThat(Source.of(folder.resolve("scheme.yml"))).isEqualTo(Source.of(folder));
        Files.writeString(folder.resolve("scheme.json"), "{}");
        assertThatThrownBy(() -> Source.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("几个方案文件");
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertThat(accepted(HEAD).sha256())
                .isEqualTo("faf0cb1dd37c214e70c96002dca829f787c22a7962aa2427b8873fe94679561d"); // by sha256sum
    }

    private static Source source(String name, String text) {
        return new Source(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Intake read(String name, String text) {
        return SchemeReader.read(source(name, text), null);
    }

    private static Scheme accepted(String yaml) {
        Intake intake = read("a.yaml", yaml);
        assertThat(intake).isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).scheme();
    }

    private static List<ConditionLine> lines(String yaml) {
        return accepted(yaml).conditions().get(0).lines();
    }

    private static List<String> refused(String name, String text) {
        return ((Intake.Refused) read(name, text))
                .complaints().stream().map(it -> it.what().zh()).toList();
    }
}
