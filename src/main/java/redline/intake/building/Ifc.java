package redline.intake.building;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

    private final StepFile file;
    private final IfcTold told = new IfcTold();
    private final LayerSums layers = new LayerSums();
    private final List<Feature> features = new ArrayList<>();

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
        told.value("schema", file.schema() == null ? "" : file.schema(), "FILE_SCHEMA");
        told.value("entities", String.valueOf(file.entities()), "DATA");
        BigDecimal metres = units();
        IfcTree tree = IfcTree.of(file);
        IfcProperties properties = IfcProperties.of(
                file,
                Set.copyOf(IfcTree.ids(file, "IFCPROJECT", "IFCSITE", "IFCBUILDING", "IFCBUILDINGSTOREY", "IFCSPACE")));
        IfcStoreys storeys = IfcStoreys.of(file, tree, metres);
        storeys.tell(told);
        buildings(storeys);
        IfcSpaces.tell(file.ids("IFCSPACE"), storeys, tree, properties, told);
        IfcFloorArea.tell(file.ids("IFCBUILDING"), storeys, properties, told);
        IfcPlace place = IfcPlace.of(file, properties, IfcTree.ids(file, "IFCSITE", "IFCPROJECT", "IFCBUILDING"));
        told.values().addAll(place.values());
        if (!place.converted() || place.crs() == null) {
            told.trouble(
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
            told.trouble(
                    "",
                    new Text("有些名称不是 UTF-8，按 GB18030 读", "Some names are not UTF-8; read as GB18030"),
                    IfcWords.ENCODING);
        }
        FileContents contents = new FileContents(
                name,
                "IFC",
                version,
                file.guessedTexts() ? "GB18030" : "UTF-8",
                place.crs(),
                layers.layers(),
                told.values(),
                told.troubles().all(),
                false);
        return new Reading(contents, List.copyOf(features), List.of());
    }

    private void damage() {
        if (!file.complete()) {
            told.trouble(
                    "", new Text("没有结尾 END-ISO-10303-21", "The end END-ISO-10303-21 is missing"), IfcWords.COMPLETE);
        }
        if (file.doubled() > 0) {
            told.trouble(
                    "",
                    new Text(
                            file.doubled() + " 个对象编号重复，取前一个",
                            file.doubled() + " entity numbers stand twice; the former is taken"),
                    IfcWords.EXPORT_AGAIN);
        }
        if (file.strange() > 0) {
            told.trouble(
                    "",
                    new Text(
                            file.strange() + " 条语句看不懂，没有读",
                            file.strange() + " statements are not understood and not read"),
                    IfcWords.EXPORT_AGAIN);
        }
    }

    /** Metres of the unit of length; null where it is not told. */
    private BigDecimal units() throws IOException {
        IfcUnits units = IfcUnits.of(file);
        if (units.length() != null) {
            told.value("units", units.length(), units.from());
        }
        if (units.area() != null) {
            told.value("areaUnits", units.area(), units.from());
        }
        if (units.metres() == null) {
            told.trouble(
                    "IfcUnitAssignment",
                    new Text(
                            "看不出长度单位，标高不能换算成米",
                            "The unit of length is not told; elevations are not converted to metres"),
                    IfcWords.STATE_UNITS);
        }
        return units.metres();
    }

    private void buildings(IfcStoreys storeys) throws IOException {
        int[] ids = file.ids("IFCBUILDING");
        told.value("buildings", String.valueOf(ids.length), "IFCBUILDING");
        for (int id : ids) {
            building(file.instance(id), ids.length == 1, storeys);
        }
        if (ids.length > 0) {
            told.trouble("", new Text("没有从 IFC 求基底轮廓", "No footprint is made from the IFC"), IfcWords.OUTLINE);
        }
    }

    private void building(StepInstance building, boolean only, IfcStoreys storeys) {
        TreeMap<String, String> attributes = new TreeMap<>();
        if (building.text(2) != null) {
            attributes.put("name", building.text(2));
        }
        if (building.text(7) != null) {
            attributes.put("longName", building.text(7));
        }
        Integer above = storeys.above(building, only, told);
        if (above != null) {
            attributes.put("storeysAbove", String.valueOf(above));
            String name = building.text(2) == null ? "#" + building.id() : building.text(2);
            told.value(
                    only ? "storeysAbove" : "buildings[" + name + "].storeysAbove",
                    String.valueOf(above),
                    building.from());
        }
        features.add(new Feature("IFCBUILDING", building.from(), null, attributes));
    }
}
