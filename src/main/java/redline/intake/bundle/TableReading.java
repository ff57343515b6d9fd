package redline.intake.bundle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redline.intake.BuildingNumber;
import redline.intake.file.FileContents;
import redline.intake.file.Sheet;
import redline.intake.sheet.IndicatorTables;
import redline.intake.sheet.TableColumn;
import redline.intake.sheet.TableKind;
import redline.intake.sheet.TableRow;
import redline.quantity.Text;
import tools.jackson.databind.node.JsonNodeFactory;

/** The tables of a workbook put into the scheme: indicators, building schedule, area table, parking, dwelling types, facilities,
 * and the windows of a sunlight report. */
final class TableReading {
    private static final Map<TableColumn, String> DECLARED = Map.ofEntries(
            Map.entry(TableColumn.FAR, "far"),
            Map.entry(TableColumn.FAR_FLOOR_AREA, "farFloorArea"),
            Map.entry(TableColumn.FLOOR_AREA_ABOVE, "floorAreaAbove"),
            Map.entry(TableColumn.FLOOR_AREA_BELOW, "floorAreaBelow"),
            Map.entry(TableColumn.COMMERCIAL_AREA, "commercialArea"),
            Map.entry(TableColumn.FOOTPRINT, "footprint"),
            Map.entry(TableColumn.DENSITY, "density"),
            Map.entry(TableColumn.GREEN_AREA, "greenArea"),
            Map.entry(TableColumn.GREEN_RATIO, "greenRatio"),
            Map.entry(TableColumn.MOTOR_SPACES, "motorSpaces"),
            Map.entry(TableColumn.NON_MOTOR_SPACES, "nonMotorSpaces"),
            Map.entry(TableColumn.DWELLINGS, "dwellings"));
    private static final Map<TableColumn, String> BUILDING = Map.of(
            TableColumn.HEIGHT, "declaredHeight",
            TableColumn.FAR_FLOOR_AREA, "declaredFarArea",
            TableColumn.FLOOR_AREA_ABOVE, "declaredAbove",
            TableColumn.FLOOR_AREA_BELOW, "declaredBelow",
            TableColumn.FOOTPRINT, "declaredFootprint",
            TableColumn.STOREYS_ABOVE, "storeysAbove",
            TableColumn.DWELLINGS, "dwellings");
    private static final Map<TableColumn, String> NEEDS = Map.of(
            TableColumn.ROOMS, "rooms",
            TableColumn.SEATS, "seats",
            TableColumn.BEDS, "beds",
            TableColumn.CLASSES, "classes",
            TableColumn.STAFF, "staff");

    private final String file;
    private final Assembly assembly;
    private final UseWords words;
    private final List<FileContents.Trouble> remarks = new ArrayList<>();
    private boolean toldOfParcels;

    TableReading(String file, Assembly assembly, UseWords words) {
        this.file = file;
        this.assembly = assembly;
        this.words = words;
    }

    List<FileContents.Trouble> remarks() {
        return remarks;
    }

    void read(List<Sheet> sheets) {
        IndicatorTables.Found found = new IndicatorTables().read(sheets);
        remarks.addAll(found.remarks());
        List<TableRow> rows = new ArrayList<>(found.rows());
        // Buildings and dwelling types first: other tables refer to them.
        rows.sort(Comparator.comparing((TableRow row) -> row.table() != TableKind.BUILDINGS)
                .thenComparing(row -> row.table() != TableKind.DWELLING_TYPES));
        for (TableRow row : rows) {
            switch (row.table()) {
                case INDICATORS -> indicators(row);
                case BUILDINGS -> building(row);
                case AREAS -> area(row);
                case PARKING -> parking(row);
                case DWELLING_TYPES -> dwellingType(row);
                case FACILITIES -> facility(row);
                case SUNLIGHT -> reportedWindow(row);
            }
        }
    }

    private Origin at(TableRow row, TableRow.Entry entry) {
        return new Origin(file, row.sheet() + "!" + entry.ref());
    }

    private Origin at(TableRow row) {
        return new Origin(file, row.sheet() + "!" + row.row());
    }

    /** The number of the cell as the scheme writes it: exact, shares with their sign. */
    private void put(Assembly.Element element, String key, TableRow row, TableColumn column) {
        TableRow.Entry entry = row.cells().get(column);
        if (entry != null && entry.number() != null) {
            BigDecimal number = entry.number();
            String text = column.kind() == TableColumn.Kind.SHARE
                    ? number.movePointRight(2).toPlainString() + " %"
                    : number.toPlainString();
            element.put(key, text, at(row, entry));
        }
    }

    private void text(Assembly.Element element, String key, TableRow row, TableColumn column) {
        TableRow.Entry entry = row.cells().get(column);
        if (entry != null && !entry.text().isBlank()) {
            element.put(key, entry.text().strip(), at(row, entry));
        }
    }

    /** The code for a word of the table; a word that has none is told. */
    private Optional<String> code(String what, TableRow row, TableColumn column) {
        TableRow.Entry entry = row.cells().get(column);
        if (entry == null || entry.text().isBlank()) {
            return Optional.empty();
        }
        String word = entry.text().strip();
        Optional<String> code =
                word.matches("\\d{2,6}") && what.equals("landUse") ? Optional.of(word) : words.code(what, word);
        if (code.isEmpty()) {
            remarks.add(new FileContents.Trouble(
                    row.sheet() + "!" + entry.ref(),
                    new Text("“" + word + "”没有对应的代码，没有用", "There is no code for \"" + word + "\"; not used"),
                    new Text(
                            "请写代码，或在 templates/upload/use-words.csv 中加一行",
                            "Write the code, or add a row to templates/upload/use-words.csv")));
        }
        return code;
    }

    private void coded(Assembly.Element element, String key, String what, TableRow row, TableColumn column) {
        code(what, row, column)
                .ifPresent(code -> element.put(key, code, at(row, row.cells().get(column))));
    }

    /** The one parcel, called A where nothing else names it; null where there are several and the table cannot say which is meant. */
    private String site(TableRow row) {
        List<Assembly.Element> parcels = assembly.top().all("parcels");
        if (parcels.size() > 1) {
            if (!toldOfParcels) {
                toldOfParcels = true;
                remarks.add(new FileContents.Trouble(
                        row.sheet(),
                        new Text(
                                "有 " + parcels.size() + " 个地块，指标表说的是哪个不明，没有用",
                                "There are " + parcels.size()
                                        + " parcels; which one the table is about is not known: not used"),
                        new Text("请在方案文件的 declared 里按地块写", "Write them by parcel under declared in a scheme file")));
            }
            return null;
        }
        return parcels.isEmpty() ? "A" : parcels.get(0).text("id");
    }

    private void indicators(TableRow row) {
        String site = site(row);
        if (site == null) {
            return;
        }
        for (TableColumn column : row.cells().keySet()) {
            String key = DECLARED.get(column);
            if (key != null) {
                Assembly.Element parcel = assembly.top().in("parcels", site, at(row));
                put(assembly.top().in("declared", parcel.text("id"), at(row)), key, row, column);
            } else if (column == TableColumn.SITE_AREA) {
                put(assembly.top().in("parcels", site, at(row)), "area", row, column);
            } else {
                lots(row, column);
            }
        }
    }

    /** Spaces on the ground and below it are lots of their own. */
    private void lots(TableRow row, TableColumn column) {
        switch (column) {
            case MOTOR_SPACES_ABOVE -> lot(row, column, ParkingPlaces.MOTOR_SURFACE);
            case MOTOR_SPACES_BELOW -> lot(row, column, ParkingPlaces.MOTOR_UNDERGROUND);
            case NON_MOTOR_SPACES_ABOVE -> lot(row, column, ParkingPlaces.NON_MOTOR_SURFACE);
            case NON_MOTOR_SPACES_BELOW -> lot(row, column, ParkingPlaces.NON_MOTOR_UNDERGROUND);
            default -> {}
        }
    }

    private void lot(TableRow row, TableColumn column, ParkingPlaces place) {
        if (row.cells().get(column).number() != null) {
            Assembly.Element lot = place.in(assembly, at(row));
            put(lot, "spaces", row, column);
        }
    }

    private void building(TableRow row) {
        Assembly.Element building = assembly.top().in("buildings", row.key(), at(row));
        BUILDING.forEach((column, key) -> put(building, key, row, column));
        text(building, "name", row, TableColumn.NAME);
        coded(building, "use", "landUse", row, TableColumn.USE);
        coded(building, "fireGrade", "fireGrade", row, TableColumn.FIRE_GRADE);
    }

    private void area(TableRow row) {
        Assembly.Element element = assembly.top().in("areaElements", "表" + row.row(), at(row));
        TableRow.Entry building = row.cells().get(TableColumn.BUILDING);
        if (building != null) {
            assembly.top().in("buildings", row.key(), at(row));
            element.put("building", row.key(), at(row, building));
        }
        text(element, "storey", row, TableColumn.STOREY);
        TableRow.Entry storey = row.cells().get(TableColumn.STOREY);
        if (storey != null) {
            boolean below = storey.text().matches(".*(地下|负|(^|[^\\dFf层])-\\d|B\\d).*");
            element.put("belowGround", JsonNodeFactory.instance.booleanNode(below), at(row, storey));
        }
        text(element, "kind", row, TableColumn.PART);
        TableRow.Entry part = row.cells().get(TableColumn.PART);
        if (part != null) {
            words.code("form", part.text())
                    .ifPresent(form -> element.table("detail").put("form", form, at(row, part)));
        }
        coded(element, "use", "landUse", row, TableColumn.USE);
        put(element, "area", row, TableColumn.AREA);
        put(element, "count", row, TableColumn.COUNT);
        put(element, "areaCoefficient", row, TableColumn.AREA_COEFFICIENT);
        put(element, "farCoefficient", row, TableColumn.FAR_COEFFICIENT);
        TableRow.Entry footprint = row.cells().get(TableColumn.IN_FOOTPRINT);
        if (footprint != null && footprint.text().matches("是|否|√|×|Y|N|yes|no")) {
            boolean counts = footprint.text().matches("是|√|Y|yes");
            element.put("inFootprint", JsonNodeFactory.instance.booleanNode(counts), at(row, footprint));
        }
        TableRow.Entry type = row.cells().get(TableColumn.DWELLING_TYPE);
        if (type != null) {
            element.table("detail").put("dwellingType", type.text().strip(), at(row, type));
        }
    }

    /** Needs are written once, in the block of motor vehicles; those of bicycles repeat them. */
    private void parking(TableRow row) {
        if (row.cells().containsKey(TableColumn.VEHICLE)) {
            vehicles(row);
            return;
        }
        TableRow.Entry block = row.cells().get(TableColumn.BLOCK);
        if (block != null && block.text().contains("非机动车")) {
            return;
        }
        Optional<String> use = code("parkingUse", row, TableColumn.USE);
        if (use.isPresent()) {
            Assembly.Element need = assembly.top().in("parkingNeeds", "表" + row.row(), at(row));
            need.put("use", use.get(), at(row, row.cells().get(TableColumn.USE)));
            put(need, "floorArea", row, TableColumn.FLOOR_AREA);
            NEEDS.forEach((column, key) -> put(need, key, row, column));
            coded(need, "size", "size", row, TableColumn.SIZE);
            quantity(need, row);
        }
    }

    /** 数量, which the word beside it ({@code m²}, 班, 座 …) says the meaning of. */
    private void quantity(Assembly.Element need, TableRow row) {
        TableRow.Entry quantity = row.cells().get(TableColumn.QUANTITY);
        TableRow.Entry base = row.cells().get(TableColumn.BASE);
        if (quantity == null || quantity.number() == null) {
            return;
        }
        Optional<String> key = base == null ? Optional.empty() : words.code("base", base.text());
        if (key.isPresent()) {
            if (!need.has(key.get())) {
                put(need, key.get(), row, TableColumn.QUANTITY);
            }
        } else {
            remarks.add(new FileContents.Trouble(
                    row.sheet() + "!" + quantity.ref(),
                    new Text("数量的计算基数不明，没有用", "What the quantity counts is not said; not used"),
                    new Text("计算基数请写 m²、班、座、床、客房或职工", "Say what it counts: m², classes, seats, beds, rooms or staff")));
        }
    }

    private void vehicles(TableRow row) {
        Optional<String> vehicle = code("vehicle", row, TableColumn.VEHICLE);
        if (vehicle.isPresent()) {
            Assembly.Element spaces = assembly.top().in("vehicleSpaces", "表" + row.row(), at(row));
            spaces.put("vehicle", vehicle.get(), at(row, row.cells().get(TableColumn.VEHICLE)));
            put(
                    spaces,
                    "spaces",
                    row,
                    row.cells().containsKey(TableColumn.PROVIDED) ? TableColumn.PROVIDED : TableColumn.COUNT);
            put(spaces, "factor", row, TableColumn.FACTOR);
        }
    }

    private void dwellingType(TableRow row) {
        Assembly.Element type = assembly.top().in("dwellingTypes", row.key(), at(row));
        put(type, "unitArea", row, TableColumn.UNIT_AREA);
        put(type, "inSuiteArea", row, TableColumn.IN_SUITE_AREA);
        put(type, "count", row, row.cells().containsKey(TableColumn.COUNT) ? TableColumn.COUNT : TableColumn.DWELLINGS);
    }

    /** A window of the sunlight report; which of the scheme's windows it is, is found by its numbers. */
    private void reportedWindow(TableRow row) {
        Assembly.Element window = assembly.top().in("sunReport", row.key(), at(row));
        TableRow.Entry building = row.cells().get(TableColumn.BUILDING);
        if (building != null) {
            window.put("buildingNumber", BuildingNumber.of(building.text()), at(row, building));
        }
        text(window, "dwellingNumber", row, TableColumn.DWELLING);
        text(window, "windowNumber", row, TableColumn.WINDOW);
        put(window, "hoursBefore", row, TableColumn.HOURS_BEFORE);
        put(window, "hoursAfter", row, TableColumn.HOURS_AFTER);
    }

    private void facility(TableRow row) {
        Assembly.Element facility = assembly.top().in("facilities", "表" + row.row(), at(row));
        text(facility, "kind", row, TableColumn.FACILITY);
        put(facility, "area", row, TableColumn.AREA);
        TableRow.Entry building = row.cells().get(TableColumn.BUILDING);
        if (building != null) {
            BuildingNumber.in(building.text())
                    .filter(number ->
                            assembly.top().all("buildings").stream().anyMatch(one -> number.equals(one.text("id"))))
                    .ifPresent(number -> facility.put("building", number, at(row, building)));
        }
        TableRow.Entry storey = row.cells().get(TableColumn.STOREY);
        if (storey != null && storey.number() != null) {
            facility.put("storey", storey.number().toPlainString(), at(row, storey));
        }
        TableRow.Entry handed = row.cells().get(TableColumn.HANDED_OVER);
        if (handed != null && handed.text().matches("是|否")) {
            facility.put(
                    "handedOver",
                    JsonNodeFactory.instance.booleanNode(handed.text().equals("是")),
                    at(row, handed));
        }
    }
}
