package redline.intake.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.file.Feature;
import redline.intake.file.Upload;
import redline.intake.gis.Crs;
import redline.intake.gis.GeoPackageWriter;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.ControlLine;
import redline.scheme.Dates;
import redline.scheme.Scheme;
import redline.scheme.Side;
import redline.scheme.Volume;

/** Files of a designer become one scheme, every value with its place, and nothing is decided that two places contradict. */
class BundleTest {
    private static final double E = SamplePlan.E;
    private static final double N = SamplePlan.N;
    private static final Dates DATES = Dates.allOn(LocalDate.of(2025, 9, 1));

    @TempDir
    private Path folder;

    private final List<Upload> uploads = new ArrayList<>();

    private BundleTest with(String name, byte[] bytes) {
        try {
            uploads.add(Upload.of(Files.write(folder.resolve(name), bytes)));
            return this;
        } catch (IOException full) {
            throw new AssertionError(full);
        }
    }

    private Draft draft(Choices choices) {
        try {
            return Bundle.of(uploads).draft(choices.withCrs("EPSG:4549"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Scheme accepted(Draft draft) {
        Intake intake = draft.intake(null, DATES);
        assertThat(intake)
                .as(() -> intake instanceof Intake.Refused refused
                        ? refused.complaints().toString()
                        : "")
                .isInstanceOf(Intake.Accepted.class);
        return ((Intake.Accepted) intake).scheme();
    }

    /** With two parking spaces. */
    private static DrawnPlan plan() {
        return SamplePlan.withFirstBuildingOn("建筑轮廓")
                .rectangle("地面车位", E + 60, N + 50, E + 62.5, N + 55)
                .rectangle("地面车位", E + 63, N + 50, E + 65.5, N + 55);
    }

    @Test
    void a_drawing_alone_becomes_a_scheme_with_what_its_layers_and_labels_say() {
        Scheme scheme = accepted(with("总平面.dxf", plan().bytes()).draft(Choices.none()));

        assertThat(scheme.name()).isEqualTo("总平面");
        assertThat(scheme.parcels()).hasSize(1);
        assertThat(scheme.parcels().get(0).boundary().getArea()).isCloseTo(8000, within(1e-6));
        assertThat(scheme.buildings().stream().map(Building::id)).containsExactly("1#", "2#");
        assertThat(scheme.buildings().get(0).storeysAbove()).isEqualTo(11);
        assertThat(scheme.buildings().get(0).declaredHeight()).isEqualByComparingTo("33.60");
        assertThat(scheme.buildings().get(1).declaredHeight()).isNull();
        Volume whole = scheme.buildings().get(1).volumes().get(0);
        assertThat(whole.role()).isEqualTo(Volume.Role.WHOLE);
        assertThat(whole.footprint().getArea()).isCloseTo(450, within(1e-6));
        assertThat(scheme.greens()).hasSize(1);
        assertThat(scheme.parking().get(0).spaces()).isEqualTo(2);
        assertThat(scheme.sides().stream().map(side -> side.compass() + " " + side.beyond()))
                .containsExactlyInAnyOrder("S ROAD", "E null", "N null", "W null");
        assertThat(scheme.sides().stream().map(Side::parcel)).containsOnly("A");
        // What no layer shows stays unknown; what is shown and empty would be none.
        assertThat(scheme.surroundings()).isNull();
        assertThat(scheme.controlLines()).isNull();
    }

    @Test
    void every_value_tells_the_file_and_the_place_that_it_was_read_from() {
        Draft draft = with("总平面.dxf", plan().bytes()).draft(Choices.none());

        assertThat(draft.origins())
                .containsEntry("buildings[1#].declaredHeight", new Origin("总平面.dxf", "文字 / TEXT 25"))
                .containsEntry("buildings[1#].volumes[1].footprint", new Origin("总平面.dxf", "建筑轮廓 / LWPOLYLINE 22"));
        assertThat(draft.contents().get(0).values()).anySatisfy(value -> {
            assertThat(value.path()).isEqualTo("buildings[1#].storeysAbove");
            assertThat(value.value()).isEqualTo("11");
            assertThat(value.from()).isEqualTo("文字 / TEXT 24");
        });
    }

    @Test
    void a_drawing_in_millimetres_gives_the_same_scheme() {
        DrawnPlan plan = new DrawnPlan(4)
                .rectangle("用地红线", E * 1000, N * 1000, (E + 100) * 1000, (N + 80) * 1000)
                .rectangle("建筑轮廓", (E + 10) * 1000, (N + 15) * 1000, (E + 40) * 1000, (N + 30) * 1000)
                .text("文字", (E + 20) * 1000, (N + 20) * 1000, "1#");

        Scheme scheme = accepted(with("总平面.dxf", plan.bytes()).draft(Choices.none()));

        assertThat(scheme.parcels().get(0).boundary().getArea()).isCloseTo(8000, within(1e-6));
        assertThat(scheme.buildings().get(0).id()).isEqualTo("1#");
    }

    @Test
    void a_unit_that_makes_a_house_smaller_than_a_room_is_asked_for() {
        DrawnPlan inches = new DrawnPlan(4).rectangle("A-FOOTPRINT", 0, 0, 796, 564);

        Draft draft = with("floorplan.dxf", inches.bytes()).draft(Choices.none());

        assertThat(draft.complaints().stream().map(complaint -> complaint.what().zh()))
                .containsExactly("图形单位写作毫米，而最大的轮廓 975.6 个单位，不像建筑或用地");
    }

    @Test
    void what_a_layer_means_can_be_said() {
        DrawnPlan plan =
                new DrawnPlan(6).rectangle("X1", E, N, E + 100, N + 80).rectangle("X2", E + 10, N + 15, E + 40, N + 30);
        with("p.dxf", plan.bytes());

        Draft asRead = draft(Choices.none());
        assertThat(asRead.layers().stream().map(row -> row.meaning().kind())).containsOnly(Meaning.Kind.UNKNOWN);

        Map<LayerChoice, Meaning> meanings = Map.of(
                new LayerChoice("p.dxf", "X1"), new Meaning(Meaning.Kind.PARCEL, ""),
                new LayerChoice("p.dxf", "X2"), new Meaning(Meaning.Kind.BUILDING, ""));
        Scheme scheme = accepted(draft(new Choices("甲", null, null, Map.of(), meanings, null)));

        assertThat(scheme.name()).isEqualTo("甲");
        assertThat(scheme.buildings()).hasSize(1);
    }

    @Test
    void a_small_gap_is_closed_and_said_and_a_larger_one_asks_with_its_place() {
        DrawnPlan plan = new DrawnPlan(6)
                .polyline("建筑轮廓", false, E, N, E + 20, N, E + 20, N + 10, E, N + 10, E, N + 0.02)
                .polyline("建筑轮廓", false, E + 50, N, E + 70, N, E + 70, N + 10, E + 50, N + 10, E + 50, N + 0.42);

        Draft draft = with("p.dxf", plan.bytes()).draft(Choices.none());

        assertThat(draft.remarks().stream().map(remark -> remark.what().zh()))
                .contains("缺口 0.020 m 已自动闭合，位于 E 553600.00 N 3390000.02");
        assertThat(draft.complaints().stream().map(complaint -> complaint.what().zh()))
                .containsExactly("轮廓没有闭合，缺口 0.420 m，位于 E 553650.00 N 3390000.42");
    }

    @Test
    void loose_lines_end_to_end_are_an_outline() {
        DrawnPlan plan = new DrawnPlan(6)
                .line("建筑轮廓", E, N, E + 20, N)
                .line("建筑轮廓", E + 20, N + 10, E + 20, N)
                .line("建筑轮廓", E + 20, N + 10, E, N + 10)
                .line("建筑轮廓", E, N + 10, E + 0.01, N);

        Scheme scheme = accepted(with("p.dxf", plan.bytes()).draft(Choices.none()));

        assertThat(scheme.buildings().get(0).volumes().get(0).footprint().getArea())
                .isCloseTo(200, within(0.2));
    }

    @Test
    void tables_join_the_drawing_by_building_number() {
        String table = """
                redline: 1
                name: 甲地块方案
                basis: table
                buildings:
                  - { id: 1#, use: "0701", declaredFarArea: 4950 m² }
                  - { id: 3#, use: "0701" }
                """;
        Scheme scheme = accepted(with("总平面.dxf", plan().bytes())
                .with("scheme.yaml", table.getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none()));

        assertThat(scheme.name()).isEqualTo("甲地块方案");
        assertThat(scheme.buildings().stream().map(Building::id)).containsExactlyInAnyOrder("1#", "2#", "3#");
        Building first = scheme.buildings().stream()
                .filter(building -> building.id().equals("1#"))
                .findFirst()
                .orElseThrow();
        assertThat(first.declaredFarArea()).isEqualByComparingTo("4950");
        assertThat(first.volumes()).hasSize(1);
    }

    @Test
    void a_bare_number_in_a_field_is_the_same_building_as_in_a_table() {
        String buildings = """
                {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:4549"}},
                "features": [{"type": "Feature", "properties": {"layer": "建筑轮廓", "楼号": "1"}, "geometry":
                {"type": "Polygon", "coordinates": [[[553610, 3390015], [553640, 3390015], [553640, 3390030],
                [553610, 3390030], [553610, 3390015]]]}}]}""";

        Draft draft = with("建筑.geojson", buildings.getBytes(StandardCharsets.UTF_8))
                .with("指标.csv", "楼号,使用性质,层数,建筑高度(m)\n1,住宅,11,33.6\n".getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none());

        assertThat(draft.origins().get("buildings[1#].volumes[1].footprint").file())
                .isEqualTo("建筑.geojson");
        assertThat(draft.origins().get("buildings[1#].storeysAbove").file()).isEqualTo("指标.csv");
    }

    /** As a designer fills it in: a title, units in the header, a total; indicators side by side with their units. */
    private static byte[] workbook() {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            sheet(
                    book.createSheet("技术经济指标表"),
                    new Object[] {"技术经济指标表"},
                    new Object[] {"指标", "单位", "数值"},
                    new Object[] {"规划净用地面积", "m²", 8000.0},
                    new Object[] {"计容建筑面积", "m²", 9900.0},
                    new Object[] {"容积率", "", 1.24},
                    new Object[] {"建筑密度", "%", 11.25},
                    new Object[] {"绿地率", "%", 30.0},
                    new Object[] {"机动车停车位", "个", 96.0});
            sheet(
                    book.createSheet("单体一览表"),
                    new Object[] {"楼号", "使用性质", "层数", "建筑高度(m)", "计容建筑面积(m²)", "户数", "耐火等级"},
                    new Object[] {"1号楼", "住宅", 11.0, 33.6, 4950.0, 44.0, "二级"},
                    new Object[] {"2#", "住宅", 11.0, 33.6, 4950.0, 44.0, "二级"},
                    new Object[] {"合计", "", "", "", 9900.0, 88.0, ""});
            book.write(out);
            return out.toByteArray();
        } catch (IOException neverInMemory) {
            throw new AssertionError(neverInMemory);
        }
    }

    private static void sheet(org.apache.poi.ss.usermodel.Sheet sheet, Object[]... rows) {
        for (int r = 0; r < rows.length; r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] instanceof Double number) {
                    row.createCell(c).setCellValue(number);
                } else {
                    row.createCell(c).setCellValue((String) rows[r][c]);
                }
            }
        }
    }

    @Test
    void a_drawing_and_a_workbook_become_one_scheme() {
        Draft draft =
                with("总平面.dxf", plan().bytes()).with("指标.xlsx", workbook()).draft(Choices.none());
        Scheme scheme = accepted(draft);

        assertThat(scheme.parcels().get(0).area()).isEqualByComparingTo("8000");
        assertThat(scheme.declared().get(0).far()).isEqualByComparingTo("1.24");
        assertThat(scheme.declared().get(0).density()).isEqualByComparingTo("0.1125");
        assertThat(scheme.declared().get(0).motorSpaces()).isEqualByComparingTo("96");
        assertThat(scheme.buildings().stream().map(Building::id)).containsExactly("1#", "2#");
        Building second = scheme.buildings().get(1);
        assertThat(second.volumes()).hasSize(1);
        assertThat(second.declaredHeight()).isEqualByComparingTo("33.6");
        assertThat(second.declaredFarArea()).isEqualByComparingTo("4950");
        assertThat(second.use()).isEqualTo("0701");
        assertThat(second.fireGrade()).isEqualTo(2);
        assertThat(draft.origins())
                .containsEntry("buildings[2#].declaredHeight", new Origin("指标.xlsx", "单体一览表!D3"))
                .containsEntry("declared[A].density", new Origin("指标.xlsx", "技术经济指标表!C6"));
    }

    @Test
    void what_there_is_none_of_is_said_and_what_is_drawn_stays() {
        with("总平面.dxf", plan().bytes());
        Scheme scheme = accepted(draft(Choices.none().withNone(Set.of("zones", "surroundings", "greens"))));

        assertThat(scheme.parcels().get(0).zones()).isEmpty();
        assertThat(scheme.surroundings()).isEmpty();
        assertThat(scheme.controlLines()).isNull();
        assertThat(scheme.greens()).hasSize(1);
    }

    @Test
    void the_table_of_a_sunlight_report_becomes_its_windows() {
        String table =
                "建设前后日照户表\n楼号,层,户号,窗号,窗台标高(m),建设前时数,建设后时数\n12号楼,3,302,C1,9.6,3h25m,2:48\n12号楼,3,302,C2,9.6,3.5,满足\n";
        Draft draft = with("日照.csv", table.getBytes(StandardCharsets.UTF_8)).draft(Choices.none());

        assertThat(draft.origins())
                .containsEntry("sunReport[12#-3-302-C1].buildingNumber", new Origin("日照.csv", "日照!A3"))
                .containsEntry("sunReport[12#-3-302-C1].hoursBefore", new Origin("日照.csv", "日照!F3"))
                .containsEntry("sunReport[12#-3-302-C1].hoursAfter", new Origin("日照.csv", "日照!G3"))
                .containsEntry("sunReport[12#-3-302-C2].hoursBefore", new Origin("日照.csv", "日照!F4"))
                .doesNotContainKey("sunReport[12#-3-302-C2].hoursAfter");
    }

    @Test
    void a_parking_table_says_needs_once_and_what_its_quantities_count() {
        String table =
                "停车配建计算表\n序号,建筑类型,计算基数,数量,配建指标\n机动车\n1,商业,m²,1200,1.0\n2,幼儿园,班,9,1.0\n" + "非机动车\n3,商业,m²,1200,4.0\n";

        Draft draft = with("停车.csv", table.getBytes(StandardCharsets.UTF_8)).draft(Choices.none());

        assertThat(accepted(draft).layers().get(redline.scheme.Layer.PARKING_NEEDS))
                .hasSize(2);
        assertThat(new String(draft.scheme().bytes(), StandardCharsets.UTF_8))
                .contains("\"floorArea\" : \"1200\"", "\"classes\" : \"9\"");
    }

    @Test
    void storeys_one_to_eleven_are_above_the_ground() {
        String table = "面积计算表\n楼号,楼层,部位,面积(m²),层数,面积系数,计容系数\n1#,1-11,标准层,450,11,1,1\n1#,-1F,地下室,300,1,1,0\n";

        Scheme scheme =
                accepted(with("面积.csv", table.getBytes(StandardCharsets.UTF_8)).draft(Choices.none()));

        assertThat(scheme.areaElements().stream().map(AreaElement::belowGround)).containsExactly(false, true);
    }

    @Test
    void boundary_points_of_a_survey_are_held_against_the_drawing() {
        String survey =
                "点号,X(m),Y(m)\nJ1,3390000.000,553600.000\nJ2,3390000.000,553700.030\nJ3,3390080.000,553700.000\n"
                        + "J4,3390080.000,553600.000\n";

        Draft draft = with("总平面.dxf", plan().bytes())
                .with("界址点.csv", survey.getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none());

        assertThat(draft.remarks().stream().map(remark -> remark.what().zh()))
                .contains("4 个界址点，与图上用地红线最大相差 30 mm(J2)；图上面积减成果面积 -1.20 m²(成果 8001.20 m²)");
        assertThat(accepted(draft).parcels().get(0).boundary().getArea()).isCloseTo(8000, within(1e-6));
    }

    @Test
    void boundary_points_are_the_boundary_where_none_is_drawn() {
        String survey = "界址点号,X,Y\nJ1,3390000,553600\nJ2,3390000,553700\nJ3,3390080,553700\nJ1,3390000,553600\n";

        Scheme scheme = accepted(
                with("界址点.csv", survey.getBytes(StandardCharsets.UTF_8)).draft(Choices.none()));

        assertThat(scheme.parcels().get(0).boundary().getArea()).isCloseTo(4000, within(1e-6));
    }

    @Test
    void control_lines_of_the_office_join_where_they_are_near() throws IOException {
        GeometryFactory shapes = new GeometryFactory();
        List<Feature> lines = List.of(
                new Feature(
                        "绿线",
                        "a",
                        shapes.createLineString(
                                new Coordinate[] {new Coordinate(E - 50, N + 100), new Coordinate(E + 150, N + 100)}),
                        new TreeMap<>(Map.of("名称", "康泾塘绿线"))),
                new Feature(
                        "绿线",
                        "b",
                        shapes.createLineString(
                                new Coordinate[] {new Coordinate(E + 5000, N), new Coordinate(E + 5100, N)}),
                        new TreeMap<>()));
        Path store = Files.createDirectory(folder.resolve("layers"));
        GeoPackageWriter.write(store.resolve("control.gpkg"), lines, Crs.of("EPSG:4549"));
        with("总平面.dxf", plan().bytes());

        Draft draft = Bundle.of(uploads).draft(Choices.none().withCrs("EPSG:4549"), OfficeLayers.of(store));

        assertThat(accepted(draft).controlLines()).hasSize(1).allSatisfy(line -> {
            assertThat(line.kind()).isEqualTo(ControlLine.Kind.GREEN_LINE);
            assertThat(line.name()).isEqualTo("康泾塘绿线");
        });
    }

    @Test
    void a_zip_is_the_files_in_it() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("报建/总平面.dxf"));
            out.write(plan().bytes());
            out.putNextEntry(new ZipEntry("报建/指标.xlsx"));
            out.write(workbook());
        }

        Scheme scheme = accepted(with("报建.zip", zip.toByteArray()).draft(Choices.none()));

        assertThat(scheme.buildings()).hasSize(2);
        assertThat(scheme.declared().get(0).far()).isEqualByComparingTo("1.24");
    }

    @Test
    void two_places_that_differ_are_told_and_neither_is_used() {
        String table = """
                redline: 1
                name: 甲
                basis: table
                buildings:
                  - { id: 1#, declaredHeight: 33.9 m }
                """;
        Draft draft = with("总平面.dxf", plan().bytes())
                .with("scheme.yaml", table.getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none());

        assertThat(accepted(draft).buildings().get(0).declaredHeight()).isNull();
        assertThat(draft.remarks().stream().map(remark -> remark.what().zh()))
                .contains("两处不一致：“33.9 m”(scheme.yaml line 5)与“33.60”(总平面.dxf 文字 / TEXT 25)，都没有采用");
    }

    @Test
    void a_complaint_about_a_value_names_the_file_that_it_came_from() {
        DrawnPlan bowTie = new DrawnPlan(6).polyline("建筑轮廓", true, E, N, E + 20, N + 10, E + 20, N, E, N + 10);

        Intake intake = with("总平面.dxf", bowTie.bytes()).draft(Choices.none()).intake(null, DATES);

        Complaint complaint = ((Intake.Refused) intake).complaints().get(0);
        assertThat(complaint.file()).isEqualTo("总平面.dxf");
        assertThat(complaint.element()).isEqualTo("buildings[未编号1].volumes[1].footprint ← 建筑轮廓 / LWPOLYLINE 20");
        assertThat(complaint.what().zh()).startsWith("图形自交");
    }

    @Test
    void the_same_site_twice_asks_for_a_frame_and_the_frame_settles_it() {
        DrawnPlan two = new DrawnPlan(6)
                .rectangle("用地红线", E, N, E + 100, N + 80)
                .rectangle("用地红线", E + 300, N, E + 400, N + 80);
        with("p.dxf", two.bytes());

        assertThat(draft(Choices.none()).complaints().stream()
                        .map(complaint -> complaint.what().zh()))
                .containsExactly("同样大小的用地红线有两处，文件里可能有几张图");
        Choices framed =
                new Choices(null, null, null, Map.of(), Map.of(), new Choices.Frame(E - 10, N - 10, E + 110, N + 90));
        assertThat(accepted(draft(framed)).parcels()).hasSize(1);
    }

    @Test
    void layers_of_a_large_institute_say_number_use_coefficients_and_storeys() {
        DrawnPlan plan = new DrawnPlan(6)
                .rectangle("单体基底_1_1#_住宅_10", E, N, E + 30, N + 15)
                .rectangle("住宅构件_飘窗_0.5_0.0_HT1_c3^9", E + 2, N + 2, E + 4, N + 2.6)
                .rectangle("屋顶构件_屋顶绿地_0.5", E + 10, N + 5, E + 20, N + 10);

        Scheme scheme = accepted(with("p.dxf", plan.bytes()).draft(Choices.none()));

        assertThat(scheme.buildings().get(0).id()).isEqualTo("1#");
        assertThat(scheme.buildings().get(0).storeysAbove()).isEqualTo(10);
        assertThat(scheme.areaElements()).hasSize(1).allSatisfy(element -> {
            assertThat(element.building()).isEqualTo("1#");
            assertThat(element.kind()).isEqualTo("飘窗");
            assertThat(element.area()).isEqualByComparingTo("1.2");
            assertThat(element.count()).isEqualTo(7);
            assertThat(element.areaCoefficient()).isEqualByComparingTo("0.5");
            assertThat(element.farCoefficient()).isEqualByComparingTo("0.0");
        });
        assertThat(scheme.greens().get(0).coefficient()).isEqualByComparingTo("0.5");
    }

    @Test
    void terrain_is_left_out_and_unknown_layers_are_listed() {
        Draft draft = with("总平面.dxf", plan().line("家具", E, N, E + 1, N).bytes()).draft(Choices.none());

        assertThat(draft.layers().stream()
                        .filter(row -> row.layer().equals("DGX") || row.layer().equals("家具"))
                        .map(row -> row.layer() + " " + row.meaning().kind()))
                .containsExactly("DGX TERRAIN", "家具 UNKNOWN");
    }

    /** Each once ended in an exception. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "buildings[1].name,A\nbuildings,7\n",
                "parcels[@0].name,A\n",
                "figures,[1]\nfigures[@1].x,2\n",
            })
    void lines_that_contradict_their_own_table_are_told(String lines) {
        Intake intake = with("scheme.csv", ("path,value\n" + lines).getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none())
                .intake(null, DATES);

        assertThat(intake).isInstanceOfAny(Intake.Refused.class, Intake.Accepted.class);
    }

    @Test
    void a_path_of_a_thousand_steps_is_a_complaint() {
        Intake intake = with(
                        "scheme.csv",
                        ("path,value\n" + "buildings[1].volumes[1].".repeat(500) + "top,7\n")
                                .getBytes(StandardCharsets.UTF_8))
                .draft(Choices.none())
                .intake(null, DATES);

        assertThat(intake).isInstanceOf(Intake.Refused.class);
    }

    @Test
    void a_text_of_a_megabyte_in_ten_thousand_cells_is_looked_at_in_short() {
        Path bomb = Path.of("test-cases", "intake-files", "xlsx-bad", "poc-shared-strings.xlsx");

        Draft draft = assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> Bundle.of(List.of(Upload.of(bomb))).draft(Choices.none()));

        assertThat(draft.contents()).hasSize(1);
    }

    @Test
    void a_line_without_corners_on_a_layer_of_outlines_is_left_alone() {
        String line = """
                {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"layer": "用地红线"},
                "geometry": {"type": "LineString", "coordinates": []}}]}""";

        Draft draft =
                with("empty.geojson", line.getBytes(StandardCharsets.UTF_8)).draft(Choices.none());

        assertThat(draft.layers())
                .singleElement()
                .satisfies(row -> assertThat(row.shapes()).isEqualTo(1));
    }
}
