package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** IFC2X3, IFC4 and IFC4X3 in STEP physical files: storeys, spaces, areas and the place on earth; no shapes. */
public final class Ifc {
    /** The reader streams: what it keeps of a file is a small part of it. */
    public static final long MOST_BYTES = 512L * 1024 * 1024;

    /** Classes that are told as layers; all others serve only to describe these. */
    private static final Set<String> LAYERS = Set.of(
            "IFCPROJECT",
            "IFCSITE",
            "IFCBUILDING",
            "IFCBUILDINGSTOREY",
            "IFCSPACE",
            "IFCSPATIALZONE",
            "IFCZONE",
            "IFCWALL",
            "IFCWALLSTANDARDCASE",
            "IFCWALLELEMENTEDCASE",
            "IFCCURTAINWALL",
            "IFCSLAB",
            "IFCSLABSTANDARDCASE",
            "IFCSLABELEMENTEDCASE",
            "IFCROOF",
            "IFCDOOR",
            "IFCDOORSTANDARDCASE",
            "IFCWINDOW",
            "IFCWINDOWSTANDARDCASE",
            "IFCSTAIR",
            "IFCSTAIRFLIGHT",
            "IFCRAMP",
            "IFCRAMPFLIGHT",
            "IFCCOLUMN",
            "IFCCOLUMNSTANDARDCASE",
            "IFCBEAM",
            "IFCBEAMSTANDARDCASE",
            "IFCMEMBER",
            "IFCMEMBERSTANDARDCASE",
            "IFCPLATE",
            "IFCPLATESTANDARDCASE",
            "IFCRAILING",
            "IFCCOVERING",
            "IFCFOOTING",
            "IFCPILE",
            "IFCCHIMNEY",
            "IFCSHADINGDEVICE",
            "IFCBUILDINGELEMENTPROXY",
            "IFCBUILDINGELEMENTPART",
            "IFCFURNISHINGELEMENT",
            "IFCFURNITURE",
            "IFCOPENINGELEMENT",
            "IFCTRANSPORTELEMENT",
            "IFCGEOGRAPHICELEMENT",
            "IFCCIVILELEMENT",
            "IFCFLOWTERMINAL",
            "IFCFLOWSEGMENT",
            "IFCFLOWFITTING",
            "IFCGRID",
            "IFCELEMENTQUANTITY",
            "IFCQUANTITYAREA");

    private static final List<String> ROOM_AREAS = List.of("NetFloorArea", "GSA BIM Area", "GrossFloorArea", "Area");

    private final StepFile file;
    private final LayerSums layers = new LayerSums();
    private final List<FileContents.Value> values = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private final Map<Integer, Integer> parents = new HashMap<>();
    private final Map<Integer, Integer> contents = new HashMap<>();
    private IfcUnits units;
    private IfcProperties properties;

    private Ifc(StepFile file) {
        this.file = file;
    }

    /** @param start the first bytes of a file */
    public static boolean recognises(String start) {
        return start.replace("\u00ef\u00bb\u00bf", "").stripLeading().startsWith("ISO-10303-21");
    }

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload) throws IOException {
        if (upload.size() > MOST_BYTES) {
            String most = MOST_BYTES / 1024 / 1024 + " MB";
            return Reading.refused(FileContents.refused(
                    upload.name(),
                    "IFC",
                    null,
                    new Text("文件大于 " + most, "The file is larger than " + most),
                    IfcWords.LESS));
        }
        try (StepFile file = StepFile.open(upload.path(), upload.open())) {
            String schema = file.schema();
            String version = schema == null ? null : schema.toUpperCase(Locale.ROOT);
            if (version != null && version.startsWith("IFC4X3")) {
                version = "IFC4X3";
            }
            if (version != null && !version.startsWith("IFC")) {
                return Reading.refused(FileContents.refused(
                        upload.name(),
                        "STEP",
                        Troubles.shortened(version),
                        new Text(
                                "是 STEP 文件，但不是 IFC（" + Troubles.shortened(version) + "）",
                                "A STEP file, but not IFC (" + Troubles.shortened(version) + ")"),
                        IfcWords.EXPORT_AGAIN));
            }
            if (file.entities() == 0) {
                return Reading.refused(FileContents.refused(
                        upload.name(),
                        "IFC",
                        version,
                        new Text("文件里没有任何对象", "The file holds no entities"),
                        IfcWords.EXPORT_AGAIN));
            }
            return new Ifc(file).of(upload.name(), version);
        }
    }

    private Reading of(String name, String version) throws IOException {
        damage();
        for (String type : LAYERS) {
            for (int n = file.count(type); n > 0; n--) {
                layers.count(type, type);
            }
        }
        value("schema", file.schema() == null ? "" : file.schema(), "FILE_SCHEMA");
        value("entities", String.valueOf(file.entities()), "DATA");
        units();
        tree();
        properties = IfcProperties.of(file, spatial());
        List<IfcStorey> storeys = storeys();
        boolean filled = storeys.stream().anyMatch(storey -> storey.contents() > 0);
        buildings(storeys, filled);
        spaces(storeys, filled);
        areas(storeys);
        List<Integer> located = new ArrayList<>();
        for (String type : List.of("IFCSITE", "IFCPROJECT", "IFCBUILDING")) {
            for (int id : file.ids(type)) {
                located.add(id);
            }
        }
        IfcPlace place = IfcPlace.of(file, properties, located);
        values.addAll(place.values());
        if (!place.converted() || place.crs() == null) {
            troubles.add(
                    "",
                    place.converted()
                            ? new Text(
                                    "有坐标转换，但看不出坐标系的 EPSG 代号",
                                    "Has a map conversion, but the EPSG code of its reference system is not told")
                            : new Text(
                                    "没有平面坐标（场地经纬度只是大概位置）",
                                    "Has no plan coordinates (the site's latitude and longitude are approximate)"),
                    IfcWords.GEOREFERENCE);
        }
        if (file.guessedTexts()) {
            troubles.add(
                    "",
                    new Text("有些名称不是 UTF-8，按 GB18030 读", "Some names are not UTF-8; read as GB18030"),
                    IfcWords.ENCODING);
        }
        FileContents told = new FileContents(
                name,
                "IFC",
                version,
                file.guessedTexts() ? "GB18030" : "UTF-8",
                place.crs(),
                layers.layers(),
                values,
                troubles.all(),
                false);
        return new Reading(told, List.copyOf(features), List.of());
    }

    private void value(String path, String value, String from) {
        values.add(new FileContents.Value(path, value, from));
    }

    private void damage() {
        if (!file.complete()) {
            troubles.add(
                    "", new Text("没有结尾 END-ISO-10303-21", "The end END-ISO-10303-21 is missing"), IfcWords.COMPLETE);
        }
        if (file.doubled() > 0) {
            troubles.add(
                    "",
                    new Text(
                            file.doubled() + " 个对象编号重复，取前一个",
                            file.doubled() + " entity numbers stand twice; the former is taken"),
                    IfcWords.EXPORT_AGAIN);
        }
        if (file.strange() > 0) {
            troubles.add(
                    "",
                    new Text(
                            file.strange() + " 条语句看不懂，没有读",
                            file.strange() + " statements are not understood and not read"),
                    IfcWords.EXPORT_AGAIN);
        }
    }

    private void units() throws IOException {
        units = IfcUnits.of(file);
        if (units.length() != null) {
            value("units", units.length(), units.from());
        }
        if (units.area() != null) {
            value("areaUnits", units.area(), units.from());
        }
        if (units.metres() == null) {
            troubles.add(
                    "IfcUnitAssignment",
                    new Text(
                            "看不出长度单位，标高不能换算成米",
                            "The unit of length is not told; elevations are not converted to metres"),
                    IfcWords.STATE_UNITS);
        }
    }

    /** What belongs to what: spaces and storeys by aggregation, elements by containment. */
    private void tree() throws IOException {
        Set<Integer> spaces = new HashSet<>();
        for (int id : file.ids("IFCSPACE")) {
            spaces.add(id);
        }
        for (int id : file.ids("IFCRELAGGREGATES")) {
            StepInstance relation = file.instance(id);
            for (int child : relation.references(5)) {
                parents.putIfAbsent(child, relation.reference(4));
                if (spaces.contains(child)) {
                    contents.merge(relation.reference(4), 1, Integer::sum);
                }
            }
        }
        for (int id : file.ids("IFCRELCONTAINEDINSPATIALSTRUCTURE")) {
            StepInstance relation = file.instance(id);
            List<Integer> elements = relation.references(4);
            elements.stream()
                    .filter(spaces::contains)
                    .forEach(space -> parents.putIfAbsent(space, relation.reference(5)));
            contents.merge(relation.reference(5), elements.size(), Integer::sum);
        }
    }

    private Set<Integer> spatial() {
        Set<Integer> ids = new HashSet<>();
        for (String type : List.of("IFCPROJECT", "IFCSITE", "IFCBUILDING", "IFCBUILDINGSTOREY", "IFCSPACE")) {
            for (int id : file.ids(type)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** The nearest one above of these, 0 where there is none. */
    private int above(int id, Set<Integer> wanted) {
        int at = id;
        for (int steps = 0; steps < Limits.DEEPEST; steps++) {
            at = parents.getOrDefault(at, 0);
            if (at == 0 || wanted.contains(at)) {
                return at;
            }
        }
        return 0;
    }

    private List<IfcStorey> storeys() throws IOException {
        Set<Integer> buildings = new HashSet<>();
        for (int id : file.ids("IFCBUILDING")) {
            buildings.add(id);
        }
        List<IfcStorey> storeys = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int id : file.ids("IFCBUILDINGSTOREY")) {
            StepInstance entity = file.instance(id);
            String name = entity.text(2) == null ? entity.text(7) : entity.text(2);
            String unique = name == null ? "#" + id : name;
            if (!names.add(unique)) {
                unique = unique + " #" + id;
                names.add(unique);
            }
            BigDecimal elevation = entity.number(9);
            BigDecimal metres = elevation == null || units.metres() == null
                    ? null
                    : Plain.decimal(elevation.multiply(units.metres()).doubleValue());
            storeys.add(new IfcStorey(
                    entity, unique, above(id, buildings), elevation, metres, contents.getOrDefault(id, 0)));
        }
        return IfcStorey.ordered(storeys);
    }

    private void buildings(List<IfcStorey> storeys, boolean filled) throws IOException {
        value("storeys", String.valueOf(storeys.size()), "IFCBUILDINGSTOREY");
        for (IfcStorey storey : storeys) {
            String path = "storeys[" + storey.name() + "]";
            String from = storey.entity().from();
            if (storey.elevation() == null) {
                troubles.add(
                        from,
                        new Text(
                                "楼层 " + Troubles.shortened(storey.name()) + " 没有标高",
                                "Storey " + Troubles.shortened(storey.name()) + " has no elevation"),
                        IfcWords.ELEVATION);
            } else {
                value(path + ".elevation", written(storey.entity().at(9), storey.elevation()), from);
                if (storey.metres() != null) {
                    value(path + ".elevationMetres", storey.metres().toPlainString(), from);
                }
            }
            value(path + ".kind", storey.kind(filled).text().en(), from);
        }
        int[] ids = file.ids("IFCBUILDING");
        value("buildings", String.valueOf(ids.length), "IFCBUILDING");
        for (int id : ids) {
            building(file.instance(id), ids.length == 1, storeys, filled);
        }
        if (ids.length > 0) {
            troubles.add("", new Text("没有从 IFC 求基底轮廓", "No footprint is made from the IFC"), IfcWords.OUTLINE);
        }
    }

    private static String written(StepValue value, BigDecimal number) {
        return value instanceof StepValue.Number exact
                        && exact.digits().length() <= 40
                        && exact.digits().indexOf('E') < 0
                        && !exact.digits().endsWith(".")
                ? exact.digits()
                : number.toPlainString();
    }

    private void building(StepInstance building, boolean only, List<IfcStorey> storeys, boolean filled) {
        List<IfcStorey> own = storeys.stream()
                .filter(storey -> storey.building() == building.id() || only && storey.building() == 0)
                .toList();
        TreeMap<String, String> attributes = new TreeMap<>();
        if (building.text(2) != null) {
            attributes.put("name", building.text(2));
        }
        if (building.text(7) != null) {
            attributes.put("longName", building.text(7));
        }
        Integer above = above(own, filled, building.from());
        if (above != null) {
            attributes.put("storeysAbove", String.valueOf(above));
            String name = building.text(2) == null ? "#" + building.id() : building.text(2);
            value(
                    only ? "storeysAbove" : "buildings[" + name + "].storeysAbove",
                    String.valueOf(above),
                    building.from());
        }
        features.add(new Feature("IFCBUILDING", building.from(), null, attributes));
    }

    /** How many of the levels are storeys above ground; null where it cannot be told. What was left out is said. */
    private Integer above(List<IfcStorey> own, boolean filled, String from) {
        if (own.isEmpty() || own.stream().anyMatch(storey -> storey.kind(filled) == IfcStorey.Kind.UNKNOWN)) {
            troubles.add(
                    from,
                    new Text(
                            "地上层数未定：没有楼层，或楼层没有标高",
                            "Storeys above ground are undetermined: no storeys, or some without elevation"),
                    IfcWords.ELEVATION);
            return null;
        }
        List<IfcStorey> counted = own.stream()
                .filter(storey -> storey.kind(filled) == IfcStorey.Kind.STOREY)
                .toList();
        List<IfcStorey> left = own.stream()
                .filter(storey -> storey.kind(filled) != IfcStorey.Kind.STOREY)
                .toList();
        if (!left.isEmpty()) {
            troubles.add(
                    from,
                    new Text(
                            "地上层数按 " + counted.size() + " 层：没有计入"
                                    + String.join(
                                            "、",
                                            left.stream()
                                                    .map(storey -> Troubles.shortened(storey.name()) + "（"
                                                            + storey.kind(filled)
                                                                    .text()
                                                                    .zh() + "）")
                                                    .toList()),
                            "Storeys above ground taken as " + counted.size() + ": not counted are "
                                    + String.join(
                                            ", ",
                                            left.stream()
                                                    .map(storey -> Troubles.shortened(storey.name()) + " ("
                                                            + storey.kind(filled)
                                                                    .text()
                                                                    .en() + ")")
                                                    .toList())),
                    IfcWords.STOREYS);
        }
        return counted.size();
    }

    private void spaces(List<IfcStorey> storeys, boolean filled) {
        int[] ids = file.ids("IFCSPACE");
        value("spaces", String.valueOf(ids.length), "IFCSPACE");
        Map<Integer, IfcStorey> byId = new HashMap<>();
        storeys.forEach(storey -> byId.put(storey.entity().id(), storey));
        Map<String, Integer> count = new TreeMap<>();
        Map<String, BigDecimal> area = new TreeMap<>();
        Map<String, BigDecimal> named = new TreeMap<>();
        BigDecimal rooms = null;
        BigDecimal roof = null;
        int without = 0;
        for (int id : ids) {
            IfcStorey storey = byId.get(above(id, byId.keySet()));
            String where = storey == null ? "?" : storey.name();
            count.merge(where, 1, Integer::sum);
            for (IfcProperties.Entry entry : properties.of(id)) {
                if (entry.area() && entry.number() != null) {
                    named.merge(
                            (entry.quantity() ? "quantities[" : "properties[") + entry.name() + "]",
                            entry.number(),
                            BigDecimal::add);
                }
            }
            IfcProperties.Entry entry = properties.area(id, ROOM_AREAS);
            if (entry == null) {
                without++;
                continue;
            }
            area.merge(where, entry.number(), BigDecimal::add);
            IfcStorey.Kind kind = storey == null ? IfcStorey.Kind.STOREY : storey.kind(filled);
            if (kind == IfcStorey.Kind.ROOF || kind == IfcStorey.Kind.FOUNDATION) {
                roof = roof == null ? entry.number() : roof.add(entry.number());
                troubles.add(
                        "#" + id + " IFCSPACE",
                        new Text(
                                "这个房间在 " + Troubles.shortened(where) + "（"
                                        + kind.text().zh() + "），面积 "
                                        + Plain.of(entry.number().doubleValue()),
                                "This space is on " + Troubles.shortened(where) + " ("
                                        + kind.text().en() + "), area "
                                        + Plain.of(entry.number().doubleValue())),
                        IfcWords.ROOF_SPACE);
            } else {
                rooms = rooms == null ? entry.number() : rooms.add(entry.number());
            }
        }
        count.forEach((where, n) -> value("spaces[" + where + "]", String.valueOf(n), "IFCSPACE"));
        area.forEach((where, sum) -> value("roomArea[" + where + "]", sum.toPlainString(), "IFCSPACE"));
        if (rooms != null) {
            value("roomArea", rooms.toPlainString(), "IFCSPACE");
        }
        if (roof != null) {
            value("roofSpaceArea", roof.toPlainString(), "IFCSPACE");
        }
        named.forEach((path, sum) -> value(path, sum.toPlainString(), "IFCSPACE"));
        if (without > 0) {
            troubles.add(
                    "IFCSPACE", new Text(without + " 个房间没有面积", without + " spaces have no area"), IfcWords.QUANTITIES);
        }
    }

    /** Gross floor area: only where the file names it so. */
    private void areas(List<IfcStorey> storeys) {
        BigDecimal sum = null;
        for (IfcStorey storey : storeys) {
            IfcProperties.Entry entry = properties.number(storey.entity().id(), "GrossFloorArea");
            if (entry != null) {
                value(
                        "storeys[" + storey.name() + "].grossFloorArea",
                        entry.number().toPlainString(),
                        entry.from());
                sum = sum == null ? entry.number() : sum.add(entry.number());
            }
        }
        if (sum != null) {
            value("storeysGrossFloorArea", sum.toPlainString(), "IFCBUILDINGSTOREY");
        }
        BigDecimal whole = null;
        for (int id : file.ids("IFCBUILDING")) {
            IfcProperties.Entry entry = properties.number(id, "GrossFloorArea");
            if (entry != null) {
                value("grossFloorArea", entry.number().toPlainString(), entry.from());
                whole = whole == null ? entry.number() : whole.add(entry.number());
            }
        }
        if (sum == null && whole == null) {
            troubles.add(
                    "",
                    new Text(
                            "楼层和建筑都没有 GrossFloorArea，建筑面积未定；房间净面积不是建筑面积",
                            "Neither storeys nor building have GrossFloorArea: the gross floor area is undetermined; net room areas are not it"),
                    IfcWords.QUANTITIES);
        } else if (sum != null && whole != null && Math.abs(sum.doubleValue() - whole.doubleValue()) > 0.01) {
            troubles.add(
                    "GrossFloorArea",
                    new Text(
                            "建筑写 " + whole.toPlainString() + "，各层合计 " + sum.toPlainString() + "；两个都保留",
                            "The building says " + whole.toPlainString() + ", its storeys add up to "
                                    + sum.toPlainString() + "; both are kept"),
                    IfcWords.SETTLE_AREAS);
        }
    }
}
