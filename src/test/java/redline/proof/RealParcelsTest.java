package redline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import redline.check.Check;
import redline.finding.Verdict;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.scheme.ConditionLine.Item;
import tools.jackson.databind.JsonNode;

/**
 * The conditions of real parcels (test-cases/parcels). For each line the scheme is put on the bound, where the rule of that item must
 * pass, and one step outside, where it must not: the numbers come from the lines as written, by code of this test.
 */
class RealParcelsTest {
    private static final Path FOLDER = Path.of("test-cases", "parcels");
    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal DEPTH_OF_BUILDING = BigDecimal.valueOf(20);
    private static final Set<Item> COUNTS = Set.of(Item.HANDOVER_SPACES, Item.BASEMENT_STOREYS);

    /** Items of the indicator table and their keys there. */
    private static final Map<Item, String> DECLARED = Map.of(
            Item.FAR, "far",
            Item.FAR_FLOOR_AREA, "farFloorArea",
            Item.COMMERCIAL_AREA, "commercialArea",
            Item.BUILDING_DENSITY, "density",
            Item.GREEN_RATIO, "greenRatio");

    /** Items of the table of figures and their keys there. */
    private static final Map<Item, String> FIGURES = Map.ofEntries(
            Map.entry(Item.INDIVISIBLE_SHARE, "indivisibleShare"),
            Map.entry(Item.HANDOVER_SPACES, "handoverSpaces"),
            Map.entry(Item.BASEMENT_STOREYS, "basementStoreys"),
            Map.entry(Item.BASEMENT_DEPTH, "basementDepth"),
            Map.entry(Item.INVESTMENT_INTENSITY, "investmentIntensity"),
            Map.entry(Item.EQUIPMENT_SHARE, "equipmentShare"),
            Map.entry(Item.RESEARCH_SHARE, "researchShare"),
            Map.entry(Item.ENERGY_VALUE, "energyValue"),
            Map.entry(Item.EMISSION_VALUE, "emissionValue"),
            Map.entry(Item.TAX_PER_MU, "taxPerMu"),
            Map.entry(Item.SALES_PER_MU, "salesPerMu"));

    private static final Map<Item, String> RULES = Map.ofEntries(
            Map.entry(Item.USE, "land-use"),
            Map.entry(Item.PARKING_MOTOR_PER_100M2, "parking-motor"),
            Map.entry(Item.PARKING_NON_MOTOR_PER_100M2, "parking-non-motor"),
            Map.entry(Item.INVESTMENT_INTENSITY, "standard-land-investment"),
            Map.entry(Item.EQUIPMENT_SHARE, "standard-land-equipment"),
            Map.entry(Item.RESEARCH_SHARE, "standard-land-research"),
            Map.entry(Item.ENERGY_VALUE, "standard-land-energy"),
            Map.entry(Item.EMISSION_VALUE, "standard-land-emission"),
            Map.entry(Item.TAX_PER_MU, "standard-land-tax"),
            Map.entry(Item.SALES_PER_MU, "standard-land-sales"));

    /** A scheme that was changed for one line: what was put where, of whom the rule speaks, and how it must judge. */
    private record Probe(String name, Map<String, String> changes, List<String> subjects, Verdict verdict) {}

    @Test
    void there_are_twelve_parcels_and_each_is_read_as_it_stands() {
        assertThat(folders()).hasSize(12);
        for (Path folder : folders()) {
            assertThat(SchemeReader.read(tree(folder).source("scheme"), null))
                    .as(folder.toString())
                    .isInstanceOf(Intake.Accepted.class);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_line_passes_at_its_bound_and_fails_one_step_outside() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders()) {
            JsonNode scheme = yaml(folder);
            for (JsonNode letter : scheme.path("conditions")) {
                for (JsonNode line : letter.path("lines")) {
                    String name = folder.getFileName() + " " + line.path("site").asString() + " "
                            + line.path("id").asString();
                    tests.add(DynamicTest.dynamicTest(name, () -> hold(folder, scheme, line)));
                }
            }
        }
        return tests.stream();
    }

    private static void hold(Path folder, JsonNode scheme, JsonNode line) {
        Item item = Item.valueOf(line.path("item").asString());
        String rule =
                RULES.getOrDefault(item, item.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        List<Probe> probes = probes(scheme, line, item);
        assertThat(probes).as("what to try").isNotEmpty();
        for (Probe probe : probes) {
            SchemeTree tree = tree(folder);
            probe.changes().forEach((path, json) -> tree.apply(new RuleCase.Change.Put(path, json)));
            Intake intake = SchemeReader.read(tree.source(probe.name()), null);
            assertThat(intake).as(probe.name()).isInstanceOf(Intake.Accepted.class);
            Map<String, Verdict> verdicts = new TreeMap<>();
            Check.run(((Intake.Accepted) intake).scheme(), Rules.BOOK, "tongxiang", null).findings().stream()
                    .filter(finding -> finding.rule().id().equals(rule))
                    .forEach(finding -> verdicts.put(finding.subject().id(), finding.verdict()));
            for (String subject : probe.subjects()) {
                assertThat(verdicts).as(probe.name()).containsEntry(subject, probe.verdict());
            }
        }
    }

    private static List<Probe> probes(JsonNode scheme, JsonNode line, Item item) {
        if (line.has("oneOf")) {
            return ofTerms(scheme, line, item);
        }
        boolean min = line.has("min");
        String written = line.path(min ? "min" : "max").asString("");
        if (written.isEmpty()) {
            return List.of(
                    new Probe("不知道限值", Map.of(), List.of(line.path("site").asString()), Verdict.UNDETERMINED));
        }
        String unit = written.replaceFirst("^[0-9.]+", "");
        BigDecimal bound = new BigDecimal(written.substring(0, written.length() - unit.length()));
        BigDecimal outside;
        if (item == Item.PARKING_MOTOR_PER_100M2 || item == Item.PARKING_NON_MOTOR_PER_100M2) {
            // A rate is held on the spaces: as many as the base asks, rounded up, and one less.
            bound = bound.multiply(base(scheme)).divide(HUNDRED).setScale(0, RoundingMode.CEILING);
            outside = bound.subtract(BigDecimal.ONE);
        } else {
            BigDecimal step = COUNTS.contains(item) ? BigDecimal.ONE : HUNDREDTH;
            outside = min ? bound.subtract(step) : bound.add(step);
        }
        return List.of(
                probe(scheme, line, item, bound, unit, Verdict.PASS),
                probe(scheme, line, item, outside, unit, Verdict.VIOLATION));
    }

    /** Every term passes; something that the line does not name does not. */
    private static List<Probe> ofTerms(JsonNode scheme, JsonNode line, Item item) {
        List<String> terms = texts(line.path("oneOf"));
        List<Probe> probes = new ArrayList<>();
        terms.forEach(term -> probes.add(ofTerm(scheme, line, item, term, Verdict.PASS)));
        List<String> others = switch (item) {
            case USE -> List.of("0701", "0901", "1401");
            case ACCESS_SIDE -> List.of("N", "E", "S", "W");
            default -> List.of("YES", "NO");
        };
        others.stream()
                .filter(other -> terms.stream().noneMatch(other::startsWith))
                .forEach(other -> probes.add(ofTerm(scheme, line, item, other, Verdict.VIOLATION)));
        return probes;
    }

    private static Probe ofTerm(JsonNode scheme, JsonNode line, Item item, String term, Verdict verdict) {
        String site = line.path("site").asString();
        String name = item + " " + term;
        return switch (item) {
            case USE -> {
                List<String> buildings = elements(scheme, "buildings").stream()
                        .filter(b -> zone(b).equals(site)
                                || b.path("parcel").asString().equals(site)
                                        && (verdict == Verdict.VIOLATION || mayBeIn(scheme, zone(b), term)))
                        .map(RealParcelsTest::id)
                        .toList();
                Map<String, String> changes = new LinkedHashMap<>();
                buildings.forEach(b -> changes.put("buildings[" + b + "].use", quoted(term)));
                yield new Probe(name, changes, buildings, verdict);
            }
            case ACCESS_SIDE -> {
                String access = id(scheme.path("accesses").path(0));
                yield new Probe(
                        name, Map.of("accesses[" + access + "].compass", quoted(term)), List.of(access), verdict);
            }
            case FACILITY_HANDOVER ->
                new Probe(
                        name,
                        Map.of("facilities[" + facility(scheme, line) + "].handedOver", "" + term.equals("YES")),
                        List.of(site + "/" + line.path("facility").asString()),
                        verdict);
            default -> throw new AssertionError(item);
        };
    }

    private static String zone(JsonNode building) {
        return building.path("zone").asString("");
    }

    /** Whether a line on uses that speaks of the sub-zone, if any does, names the use. */
    private static boolean mayBeIn(JsonNode scheme, String zone, String term) {
        return elements(scheme, "conditions").stream()
                .flatMap(letter -> elements(letter, "lines").stream())
                .filter(line -> line.path("item").asString().equals("USE")
                        && line.path("site").asString().equals(zone))
                .allMatch(line -> texts(line.path("oneOf")).contains(term));
    }

    private static Probe probe(
            JsonNode scheme, JsonNode line, Item item, BigDecimal value, String unit, Verdict verdict) {
        String site = line.path("site").asString();
        String json = unit.isEmpty() ? value.toPlainString() : quoted(value.toPlainString() + unit);
        String name = item + " " + value.toPlainString() + unit;
        if (DECLARED.containsKey(item)) {
            return new Probe(
                    name,
                    Map.of("basis", quoted("table"), "declared[" + site + "]." + DECLARED.get(item), json),
                    List.of(site),
                    verdict);
        }
        if (FIGURES.containsKey(item)) {
            return new Probe(name, Map.of("figures[" + site + "]." + FIGURES.get(item), json), List.of(site), verdict);
        }
        return switch (item) {
            case FAR_ABOVE, FAR_BELOW -> {
                BigDecimal area = number(
                        scheme.path("parcels").path(0).path("area").asString().replaceFirst(" m²$", ""));
                yield new Probe(
                        name,
                        Map.of(
                                "areaElements[" + (item == Item.FAR_ABOVE ? "地上" : "地下") + "].area",
                                value.multiply(area).toPlainString()),
                        List.of(site),
                        verdict);
            }
            case BUILDING_HEIGHT -> {
                String building = id(scheme.path("buildings").path(0));
                yield new Probe(
                        name, Map.of("buildings[" + building + "].declaredHeight", json), List.of(building), verdict);
            }
            case PARKING_MOTOR_PER_100M2 ->
                new Probe(name, Map.of("declared[" + site + "].motorSpaces", json), List.of(site), verdict);
            case PARKING_NON_MOTOR_PER_100M2 ->
                new Probe(name, Map.of("declared[" + site + "].nonMotorSpaces", json), List.of(site), verdict);
            case FENCE_SETBACK -> {
                String fence = id(scheme.path("fences").path(0));
                yield new Probe(name, Map.of("fences[" + fence + "].setback", json), List.of(fence), verdict);
            }
            case FACILITY_AREA ->
                new Probe(
                        name,
                        Map.of("facilities[" + facility(scheme, line) + "].area", json),
                        List.of(site + "/" + line.path("facility").asString()),
                        verdict);
            case SETBACK -> setback(scheme, line, value, verdict);
            default -> throw new AssertionError(item);
        };
    }

    /** Draws the building of the height class so far from the side, halfway along it. */
    private static Probe setback(JsonNode scheme, JsonNode line, BigDecimal value, Verdict verdict) {
        String building = line.path("heightClass").asString().equals("HIGH") ? "高层" : "多层";
        String side = texts(line.path("side")).get(0);
        List<BigDecimal> west = line(scheme, "W");
        List<BigDecimal> east = line(scheme, "E");
        BigDecimal middleX = west.get(0).add(east.get(0)).divide(BigDecimal.valueOf(2));
        BigDecimal middleY = west.get(1).add(west.get(3)).divide(BigDecimal.valueOf(2));
        BigDecimal x = switch (side) {
            case "W" -> west.get(0).add(value);
            case "E" -> east.get(0).subtract(value).subtract(DEPTH_OF_BUILDING);
            default -> middleX;
        };
        BigDecimal y = switch (side) {
            case "S" -> line(scheme, "S").get(1).add(value);
            case "N" -> line(scheme, "N").get(1).subtract(value).subtract(DEPTH_OF_BUILDING);
            default -> middleY;
        };
        BigDecimal x2 = x.add(DEPTH_OF_BUILDING);
        BigDecimal y2 = y.add(DEPTH_OF_BUILDING);
        String wkt = "POLYGON ((%s %s, %s %s, %s %s, %s %s, %s %s))".formatted(x, y, x2, y, x2, y2, x, y2, x, y);
        String volume = building + "T";
        return new Probe(
                "SETBACK " + building + " " + side + " " + value,
                Map.of("buildings[" + building + "].volumes[" + volume + "].footprint", quoted(wkt)),
                List.of(building + "/" + volume + "|" + side),
                verdict);
    }

    /** The numbers of the line of a side: x, y, x, y. */
    private static List<BigDecimal> line(JsonNode scheme, String side) {
        String wkt = elements(scheme, "sides").stream()
                .filter(s -> s.path("compass").asString().equals(side))
                .map(s -> s.path("line").asString())
                .findFirst()
                .orElseThrow();
        return Stream.of(wkt.replaceAll("[^0-9. ]", "").trim().split(" +"))
                .map(RealParcelsTest::number)
                .toList();
    }

    /** Floor area that parking is counted by: the one row of the area table. */
    private static BigDecimal base(JsonNode scheme) {
        return number(
                scheme.path("areaElements").path(0).path("area").asString().replaceFirst(" m²$", ""));
    }

    private static String facility(JsonNode scheme, JsonNode line) {
        return elements(scheme, "facilities").stream()
                .filter(f ->
                        f.path("kind").asString().equals(line.path("facility").asString()))
                .map(RealParcelsTest::id)
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> elements(JsonNode scheme, String layer) {
        return StreamSupport.stream(scheme.path(layer).spliterator(), false).toList();
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static String id(JsonNode element) {
        return element.path("id").asString();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static List<Path> folders() {
        try (Stream<Path> list = Files.list(FOLDER)) {
            return list.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SchemeTree tree(Path folder) {
        return SchemeTree.read(bytes(folder));
    }

    private static JsonNode yaml(Path folder) {
        return SchemeTree.YAML.readTree(bytes(folder));
    }

    private static byte[] bytes(Path folder) {
        try {
            return Files.readAllBytes(folder.resolve("scheme.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
