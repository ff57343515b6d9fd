package redline.intake.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static redline.intake.file.KnownFacts.value;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import redline.intake.file.FileContents;
import redline.intake.file.KnownFacts;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import tools.jackson.databind.JsonNode;

/** IFC is read to the facts that were computed apart from this program. */
class IfcTest {
    @TempDir
    Path folder;

    static Stream<String> models() {
        return CityJsonTest.FACTS.properties().stream().map(Map.Entry::getKey).filter(name -> name.startsWith("ifc/"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_of_others_is_read_to_its_known_facts(String name) throws IOException {
        JsonNode expected = CityJsonTest.FACTS.get(name);
        FileContents found = FileReader.read(Upload.of(KnownFacts.file(name))).contents();

        assertThat(found.refused()).isFalse();
        assertThat(found.format()).isEqualTo("IFC");
        assertThat(found.version()).isEqualTo(expected.get("version").asString());
        assertThat(value(found, "entities")).isEqualTo(expected.get("entities").asString());
        assertThat(value(found, "units")).isEqualTo(expected.get("units").asString());
        for (Map.Entry<String, JsonNode> count : expected.get("counts").properties()) {
            assertThat(found.layers().stream()
                            .filter(layer -> layer.name().equals(count.getKey()))
                            .mapToInt(layer -> layer.entities().get(count.getKey()))
                            .sum())
                    .as(count.getKey())
                    .isEqualTo(count.getValue().asInt());
        }
        for (Map.Entry<String, JsonNode> storey : expected.get("storeys").properties()) {
            if (!storey.getKey().equals("$")) {
                assertThat(new BigDecimal(value(found, "storeys[" + storey.getKey() + "].elevation")))
                        .isEqualByComparingTo(storey.getValue().asString().replaceAll("\\.$", ""));
            }
        }
        for (Map.Entry<String, JsonNode> one : expected.path("values").properties()) {
            assertThat(Double.parseDouble(value(found, one.getKey())))
                    .as(one.getKey())
                    .isCloseTo(one.getValue().asDouble(), within(0.00006));
        }
    }

    private Reading read(String data) throws IOException {
        return read(data, StandardCharsets.UTF_8);
    }

    private Reading read(String data, Charset charset) throws IOException {
        String text = "ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n" + data
                + "ENDSEC;\nEND-ISO-10303-21;\n";
        return FileReader.read(Upload.of(Files.write(folder.resolve("model.ifc"), text.getBytes(charset))));
    }

    private static final String PROJECT = "#1=IFCPROJECT('p',$,'P',$,$,$,$,$,#2);\n#2=IFCUNITASSIGNMENT((#3,#4));\n"
            + "#3=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);\n#4=IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.);\n"
            + "#10=IFCBUILDING('b',$,'1#',$,$,$,$,$,.ELEMENT.,$,$,$);\n";

    private static String storey(int id, String name, String elevation) {
        return "#" + id + "=IFCBUILDINGSTOREY('s',$,'" + name + "',$,$,$,$,$,.ELEMENT.," + elevation + ");\n";
    }

    @Test
    void chinese_levels_are_told_apart_by_name_and_elevation() throws IOException {
        Reading reading = read(PROJECT + storey(21, "基础", "-6000.") + storey(22, "地下一层", "-3900.")
                + storey(23, "首层", "-50.") + storey(24, "2F", "3.6E3") + storey(25, "屋面", "7200.")
                + "#30=IFCRELAGGREGATES('r',$,$,$,#10,(#21,#22,#23,#24,#25));\n");

        assertThat(value(reading.contents(), "storeysAbove")).isEqualTo("2");
        assertThat(value(reading.contents(), "storeys[2F].elevationMetres")).isEqualTo("3.6");
        assertThat(reading.features().get(0).attributes())
                .containsOnly(Map.entry("name", "1#"), Map.entry("storeysAbove", "2"));
        assertThat(reading.contents().complaints())
                .anyMatch(trouble -> trouble.what().zh().equals("地上层数按 2 层：没有计入基础（基础标高）、地下一层（地下层）、屋面（屋面标高）"));
    }

    @ParameterizedTest
    @CsvSource({
        "\\X2\\4E00\\X0\\层, 一层",
        "Stra\\X\\DFe, Straße",
        "\\S\\Dpfel, Äpfel",
        "a''b;c/*d*/, a'b;c/*d*/",
        "\\X4\\00020000\\X0\\, 𠀀",
        "a\\\\b, a\\b",
        "\\X2\\4E, \\X2\\4E"
    })
    void names_are_decoded(String written, String name) throws IOException {
        FileContents contents = read(PROJECT + storey(21, written, "0.")).contents();

        assertThat(value(contents, "storeys[" + name + "].elevation")).isEqualTo("0");
    }

    @Test
    void names_in_gbk_are_read_and_said() throws IOException {
        FileContents contents = read(PROJECT + storey(21, "一层", "0."), Charset.forName("GB18030"))
                .contents();

        assertThat(value(contents, "storeys[一层].elevation")).isEqualTo("0");
        assertThat(contents.complaints()).anyMatch(trouble -> trouble.remedy().equals(IfcWords.ENCODING));
    }

    @Test
    void blanks_and_comments_stand_anywhere() throws IOException {
        FileContents contents = read(PROJECT
                        + "#21 /* it's; a */ = IFCBUILDINGSTOREY ( 's' , $ , 'EG' ,$,$,$,$,$, .ELEMENT. , /* ; ' */ 100. ) ;\n")
                .contents();

        assertThat(value(contents, "storeys[EG].elevation")).isEqualTo("100.".replace(".", ""));
        assertThat(value(contents, "storeysAbove")).isEqualTo("1");
    }

    @Test
    void the_place_on_earth_comes_from_the_map_conversion() throws IOException {
        FileContents contents = read(PROJECT
                        + "#50=IFCPROJECTEDCRS('EPSG:4549',$,'CGCS2000',$,$,$,$);\n"
                        + "#51=IFCMAPCONVERSION(#9,#50,500123.25,3350000.5,4.2,0.,1.,0.001);\n")
                .contents();

        assertThat(contents.crs()).isEqualTo("EPSG:4549");
        assertThat(value(contents, "eastings")).isEqualTo("500123.25");
        assertThat(value(contents, "northings")).isEqualTo("3350000.5");
        assertThat(value(contents, "rotation")).isEqualTo("90°");
        assertThat(value(contents, "scale")).isEqualTo("0.001");
        assertThat(contents.complaints()).noneMatch(trouble -> trouble.remedy().equals(IfcWords.GEOREFERENCE));
    }

    @Test
    void the_place_on_earth_of_ifc2x3_comes_from_a_property_set() throws IOException {
        FileContents contents = read(PROJECT
                        + "#40=IFCSITE('s',$,$,$,$,$,$,$,.ELEMENT.,(31,18,0),(-120,-30,0,-500000),$,$,$);\n"
                        + "#41=IFCRELDEFINESBYPROPERTIES('r',$,$,$,(#40),#42);\n#42=IFCPROPERTYSET('q',$,'ePSet_MapConversion',$,(#43,#44,#45));\n"
                        + "#43=IFCPROPERTYSINGLEVALUE('Eastings',$,IFCLENGTHMEASURE(500123.25),$);\n"
                        + "#44=IFCPROPERTYSINGLEVALUE('Northings',$,IFCLENGTHMEASURE(3350000.5),$);\n"
                        + "#45=IFCPROPERTYSINGLEVALUE('TargetCRS',$,IFCLABEL('EPSG:4549'),$);\n")
                .contents();

        assertThat(contents.crs()).isEqualTo("EPSG:4549");
        assertThat(value(contents, "eastings")).isEqualTo("500123.25");
        assertThat(value(contents, "latitude")).isEqualTo("31.3");
        assertThat(value(contents, "longitude")).isEqualTo("-120.5001388889");
    }

    @Test
    void gross_areas_are_read_and_a_contradiction_is_told() throws IOException {
        String quantity =
                "#%d=IFCRELDEFINESBYPROPERTIES('r',$,$,$,(#%d),#%d);\n#%d=IFCELEMENTQUANTITY('q',$,'Qto',$,$,(#%d));\n"
                        + "#%d=IFCQUANTITYAREA('GrossFloorArea',$,$,%s,$);\n";
        FileContents contents = read(PROJECT
                        + storey(21, "1F", "0.")
                        + storey(22, "2F", "3000.")
                        + quantity.formatted(60, 21, 61, 61, 62, 62, "500.5")
                        + quantity.formatted(63, 22, 64, 64, 65, 65, "400.25")
                        + quantity.formatted(66, 10, 67, 67, 68, 68, "1000."))
                .contents();

        assertThat(value(contents, "storeys[1F].grossFloorArea")).isEqualTo("500.5");
        assertThat(value(contents, "storeysGrossFloorArea")).isEqualTo("900.75");
        assertThat(value(contents, "grossFloorArea")).isEqualTo("1000");
        assertThat(contents.complaints()).anyMatch(trouble -> trouble.where().equals("GrossFloorArea"));
    }

    @Test
    void an_inch_is_a_conversion_based_unit() throws IOException {
        FileContents contents = read(PROJECT.replace(
                                "#3=IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.);",
                                "#3=IFCCONVERSIONBASEDUNIT(#5,.LENGTHUNIT.,'INCH',#6);#6=IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(2.54),#7);#7=IFCSIUNIT(*,.LENGTHUNIT.,.CENTI.,.METRE.);")
                        + storey(21, "1F", "100."))
                .contents();

        assertThat(value(contents, "units")).isEqualTo("INCH");
        assertThat(value(contents, "storeys[1F].elevationMetres")).isEqualTo("2.54");
    }

    @Test
    void what_goes_round_in_circles_or_leads_nowhere_ends() throws IOException {
        FileContents contents = read(PROJECT + storey(21, "1F", "$")
                        + "#30=IFCRELAGGREGATES('r',$,$,$,#21,(#21,#22,#999999999));\n"
                        + "#22=IFCSPACE('x',$,$,$,$,$,$,$,.ELEMENT.,$,$);\n#31=IFCRELAGGREGATES('r',$,$,$,#22,(#22));\n"
                        + "#3=IFCWALL(" + "(".repeat(100_000) + ");\n#77777777777777=IFCSLAB();\n#5;\n")
                .contents();

        assertThat(contents.refused()).isFalse();
        assertThat(value(contents, "storeysAbove")).isNull();
        assertThat(contents.complaints())
                .anyMatch(trouble -> trouble.what().en().startsWith("2 statements"));
        assertThat(contents.complaints())
                .anyMatch(trouble -> trouble.what().en().startsWith("1 entity numbers"));
    }

    @Test
    void another_step_file_and_an_empty_one_are_refused() throws IOException {
        Path file = folder.resolve("other.ifc");
        Files.writeString(
                file,
                "ISO-10303-21;HEADER;FILE_SCHEMA(('AUTOMOTIVE_DESIGN'));ENDSEC;DATA;#1=A();ENDSEC;END-ISO-10303-21;");
        assertThat(FileReader.read(Upload.of(file)).contents().refused()).isTrue();
        Files.writeString(file, "ISO-10303-21;HEADER;FILE_SCHEMA(('IFC4'));ENDSEC;DATA;ENDSEC;END-ISO-10303-21;");
        assertThat(FileReader.read(Upload.of(file)).contents().refused()).isTrue();
    }

    @Test
    void bytes_changed_at_random_give_a_reading() throws IOException {
        Random random = new Random(6);
        byte[] seed = Files.readAllBytes(KnownFacts.FILES.resolve("ifc/duplex.ifc"));
        String text = new String(seed, StandardCharsets.ISO_8859_1);
        StringBuilder small = new StringBuilder();
        text.lines()
                .filter(line -> !line.startsWith("#")
                        || line.matches(
                                "#\\d+= ?IFC(PROJECT|SITE|UNIT|SIUNIT|BUILDING|SPACE|REL|ELEMENTQ|QUANT|PROPERTYSI).*"))
                .limit(800)
                .forEach(line -> small.append(line).append('\n'));
        byte[] less = small.toString().getBytes(StandardCharsets.ISO_8859_1);
        for (int n = 0; n < 400; n++) {
            Path file = Files.write(folder.resolve("mutated"), Mutations.of(less, random));
            assertThat(Ifc.read(Upload.of(file)).contents()).isNotNull();
        }
    }

    @Test
    @Tag("soak")
    void two_hundred_megabytes_are_read() throws IOException {
        Path file = folder.resolve("large.ifc");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("ISO-10303-21;\nHEADER;\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n" + PROJECT
                            + storey(21, "1F", "0."))
                    .getBytes(StandardCharsets.UTF_8));
            for (int id = 100; id < 4_000_000; id++) {
                out.write(("#" + id + "=IFCCARTESIANPOINT((" + id + ".25,3350000.125,12.5));\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            out.write("ENDSEC;\nEND-ISO-10303-21;\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Files.size(file)).isGreaterThan(200_000_000);
        assertThat(value(FileReader.read(Upload.of(file)).contents(), "storeysAbove"))
                .isEqualTo("1");
    }
}
