package redline.intake.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import redline.intake.Complaint;
import redline.intake.Source;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.Sheet;
import redline.quantity.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes one draft of a scheme from the files of a bundle. */
final class Draughtsman {
    private static final String MADE = "方案.json";

    private final List<Bundle.Part> parts;
    private final UploadTables tables;
    private final Choices choices;
    private final OfficeLayers office;
    private final Assembly assembly = new Assembly();
    private final List<Complaint> remarks = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<LayerRow> layers = new ArrayList<>();
    private final Map<BoundaryPoints, Bundle.Part> surveyed = new LinkedHashMap<>();
    private final Map<String, Optional<DrawingUnit>> units = new LinkedHashMap<>();
    private final List<Survey> surveys = new ArrayList<>();
    private Source conditions;

    Draughtsman(List<Bundle.Part> parts, UploadTables tables, Choices choices, OfficeLayers office) {
        this.parts = parts;
        this.tables = tables;
        this.choices = choices;
        this.office = office;
    }

    Draft draft() {
        parts.stream().filter(part -> part.tree() != null).forEach(this::own);
        // Drawings first: tables are about the buildings and the parcel that they show.
        parts.stream().filter(part -> part.reading() != null).forEach(this::foreign);
        parts.stream()
                .filter(part ->
                        part.reading() != null && !part.reading().contents().refused())
                .forEach(this::tables);
        surveyed.forEach(this::boundary);
        if (office != null) {
            String own = assembly.top().text("crs");
            String crs = own == null ? choices.crs() : own;
            complaints.addAll(office.complaints(crs));
            for (Assembly.Element parcel : assembly.top().all("parcels")) {
                Geometry site = Shapes.read(parcel.text("boundary"));
                if (site != null) {
                    office.join(assembly, crs, site, tables.settings().officeReach(), tables.fields());
                }
            }
        }
        header();
        for (Assembly.Clash clash : assembly.clashes()) {
            remarks.add(new Complaint(
                    clash.secondAt().file(),
                    0,
                    clash.path() + " ← " + clash.secondAt().place(),
                    clash.what(),
                    new Text("请改成一致", "Make them agree")));
        }
        byte[] json = (new JsonMapper().writerWithDefaultPrettyPrinter().writeValueAsString(assembly.root()) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return new Draft(
                new Source(MADE, json),
                conditions,
                assembly.origins(),
                contents(),
                layers,
                units,
                List.copyOf(surveys),
                List.copyOf(remarks),
                List.copyOf(complaints));
    }

    private void own(Bundle.Part part) {
        complaints.addAll(part.tree().complaints());
        if (part.tree().root() == null) {
            return;
        }
        if (part.tree().conditionsOnly()) {
            conditions = part.source();
            return;
        }
        new OwnTree(part.name(), part.tree(), assembly).put();
    }

    private void foreign(Bundle.Part part) {
        FileContents contents = part.reading().contents();
        if (contents.refused()) {
            boolean stranger = contents.format().equals("unknown");
            contents.complaints().forEach(trouble -> (stranger ? remarks : complaints).add(of(contents, trouble)));
            return;
        }
        contents.complaints().forEach(trouble -> remarks.add(of(contents, trouble)));
        features(part);
    }

    private Complaint of(FileContents contents, FileContents.Trouble trouble) {
        return new Complaint(contents.file(), 0, trouble.where(), trouble.what(), trouble.remedy());
    }

    private void tables(Bundle.Part part) {
        OwnRows own = new OwnRows(part.name(), assembly);
        part.reading().sheets().stream().filter(OwnRows::ours).forEach(own::put);
        List<Sheet> sheets = new ArrayList<>();
        for (Sheet sheet : part.reading().sheets()) {
            Optional<BoundaryPoints> points =
                    OwnRows.ours(sheet) || sheet.hidden() ? Optional.empty() : BoundaryPoints.in(sheet);
            points.ifPresent(found -> surveyed.put(found, part));
            if (points.isEmpty() && !OwnRows.ours(sheet)) {
                sheets.add(sheet);
            }
        }
        if (!sheets.isEmpty()) {
            TableReading reading = new TableReading(part.name(), assembly, tables.words());
            reading.read(sheets);
            reading.remarks().forEach(trouble -> remarks.add(of(part.reading().contents(), trouble)));
        }
    }

    private void features(Bundle.Part part) {
        OwnRows own = new OwnRows(part.name(), assembly);
        List<Feature> written =
                part.reading().features().stream().filter(OwnRows::ours).toList();
        written.stream().filter(feature -> !OwnRows.drawn(feature)).forEach(own::put);
        written.stream()
                .filter(OwnRows::drawn)
                .collect(Collectors.groupingBy(
                        feature -> feature.attributes().get(SchemeRows.PATH), LinkedHashMap::new, Collectors.toList()))
                .forEach(own::putDrawn);
        boolean whole = part.reading().features().stream().anyMatch(OwnRows::whole);
        List<Feature> drawn = part.reading().features().stream()
                .filter(feature -> !whole && !OwnRows.ours(feature))
                .toList();
        if (!drawn.isEmpty() || part.reading().leftOut() && !whole) {
            features(part, drawn);
        }
    }

    private void features(Bundle.Part part, List<Feature> drawn) {
        List<Feature> framed = choices.frame() == null
                ? drawn
                : drawn.stream().filter(this::inFrame).toList();
        boolean drawing = part.reading().contents().format().contains("DXF");
        Optional<DrawingUnit> unit = drawing ? unit(part, framed) : Optional.of(DrawingUnit.METRE);
        List<Feature> placed;
        if (!drawing) {
            placed = new Placing(part.reading().contents(), project(part), remarks, complaints).of(framed);
        } else if (unit.isEmpty() || unit.get() == DrawingUnit.METRE) {
            placed = framed;
        } else {
            placed = framed.stream()
                    .map(feature -> scaled(feature, unit.get().metres()))
                    .toList();
        }
        if (unit.isPresent()) {
            Plan plan = new Plan(
                    part.reading().contents(),
                    placed,
                    tables.settings(),
                    tables.fields(),
                    layer -> meaning(part.name(), layer));
            new PlanReading(plan, assembly).read();
            plan.remarks().forEach(trouble -> remarks.add(of(part.reading().contents(), trouble)));
            plan.complaints()
                    .forEach(trouble -> complaints.add(of(part.reading().contents(), trouble)));
        }
        layers.addAll(new Preview(part.name(), assembly)
                .of(part.reading().contents(), placed, layer -> meaning(part.name(), layer)));
    }

    private Optional<DrawingUnit> unit(Bundle.Part part, List<Feature> features) {
        DrawingUnit chosen = choices.units().get(part.name());
        Optional<DrawingUnit> unit = chosen != null
                ? Optional.of(chosen)
                : new UnitGuess(part.reading().contents(), remarks, complaints).of(outlines(part, features));
        units.put(part.name(), unit);
        return unit;
    }

    /** Those by whose size the unit of a drawing is known. */
    private List<Feature> outlines(Bundle.Part part, List<Feature> features) {
        return features.stream()
                .filter(feature -> feature.shape() instanceof Polygon)
                .filter(feature -> switch (meaning(part.name(), feature.layer()).kind()) {
                    case PARCEL, BUILDING, TOWER, PODIUM, BASEMENT -> true;
                    default -> false;
                })
                .toList();
    }

    /** As chosen, as a scheme file says, or that of the first file whose own a scheme can have. */
    private String project(Bundle.Part part) {
        String known = choices.crs() != null ? choices.crs() : assembly.top().text("crs");
        String own = part.reading().contents().crs();
        if (known == null && Placing.fits(own)) {
            assembly.top().put("crs", own, new Origin(part.name(), "crs"));
            return own;
        }
        return known;
    }

    /** The survey is held against the drawn boundary, and is the boundary where none is drawn. */
    private void boundary(BoundaryPoints points, Bundle.Part part) {
        if (points.swapped()) {
            remarks.add(new Complaint(
                    part.name(),
                    0,
                    points.sheet().name(),
                    new Text("X、Y 两列的次序与测量习惯相反，已按数值大小对调", "X and Y stand the other way round; turned by their size"),
                    new Text("测量成果 X 为北、Y 为东", "In a survey X is north, Y is east")));
        }
        List<Assembly.Element> parcels = assembly.top().all("parcels");
        Polygon drawn = parcels.stream()
                .map(parcel -> Shapes.read(parcel.text("boundary")))
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .min(Comparator.comparingDouble(site -> site.distance(points.outline())))
                .orElse(null);
        if (drawn != null) {
            List<Survey.Deviation> deviations = points.deviations(drawn);
            List<Complaint> said = points.against(drawn, deviations).stream()
                    .map(trouble -> of(part.reading().contents(), trouble))
                    .toList();
            remarks.addAll(said);
            surveys.add(new Survey(part.name(), said, deviations));
        } else {
            String id = parcels.size() == 1 ? parcels.get(0).text("id") : "A";
            Origin origin = new Origin(
                    part.name(),
                    points.sheet().name() + "!" + points.points().get(0).row());
            assembly.top().in("parcels", id, origin).put("boundary", points.outline(), origin);
            Complaint said = of(part.reading().contents(), points.instead());
            remarks.add(said);
            surveys.add(new Survey(part.name(), List.of(said), List.of()));
        }
    }

    private boolean inFrame(Feature feature) {
        if (feature.shape() == null || feature.shape().isEmpty()) {
            return true;
        }
        var reach = feature.shape().getEnvelopeInternal();
        var frame = choices.frame();
        return reach.getMinX() >= frame.west()
                && reach.getMaxX() <= frame.east()
                && reach.getMinY() >= frame.south()
                && reach.getMaxY() <= frame.north();
    }

    private Feature scaled(Feature feature, double metres) {
        if (feature.shape() == null) {
            return feature;
        }
        Geometry shape = AffineTransformation.scaleInstance(metres, metres).transform(feature.shape());
        return new Feature(feature.layer(), feature.from(), shape, feature.attributes());
    }

    private Meaning meaning(String file, String layer) {
        Meaning chosen = choices.meanings().get(new LayerChoice(file, layer));
        return chosen == null ? tables.layers().meaning(layer) : chosen;
    }

    private void header() {
        Origin chosen = new Origin("", "");
        ObjectNode root = assembly.root();
        if (!root.has("redline")) {
            root.put("redline", 1);
        }
        for (String key : choices.absent()) {
            if (!key.equals("zones")) {
                assembly.top().list(key);
            } else {
                assembly.top().all("parcels").forEach(parcel -> parcel.list(key));
            }
        }
        if (choices.name() != null || !root.has("name")) {
            root.put("name", choices.name() != null ? choices.name() : firstName());
        }
        if (choices.crs() != null && !assembly.top().has("crs")) {
            assembly.top().put("crs", choices.crs(), chosen);
        }
        if (choices.basis() != null) {
            root.put("basis", choices.basis());
        } else if (!root.has("basis")) {
            ObjectNode basis = root.putObject("basis");
            basis.put("footprints", "drawing")
                    .put("floorAreas", "itemised")
                    .put("heights", "table")
                    .put("green", "drawing")
                    .put("parking", "table");
            remarks.add(new Complaint(
                    MADE,
                    0,
                    "basis",
                    new Text(
                            "数的取处没有写明：基底、退让、绿地按图上量算，建筑面积按明细复算，高度、车位按申报",
                            "Where numbers are taken from is not said: footprints, distances and green from the drawing, floor areas from their lines, heights and parking as declared"),
                    new Text("不对的，请写明 basis", "If this is wrong, say the basis")));
        }
    }

    private String firstName() {
        return parts.isEmpty() ? MADE : parts.get(0).name().replaceAll("\\.[^.]*$", "");
    }

    /** Each file's contents with the values that the scheme took from it. */
    private List<FileContents> contents() {
        return parts.stream()
                .filter(part -> part.reading() != null)
                .map(part -> with(part.reading().contents()))
                .toList();
    }

    private FileContents with(FileContents contents) {
        List<FileContents.Value> values = new ArrayList<>(contents.values());
        assembly.origins().forEach((path, origin) -> {
            if (origin.file().equals(contents.file()) && !contents.refused()) {
                value(path).ifPresent(value -> values.add(new FileContents.Value(path, value, origin.place())));
            }
        });
        return contents.with(values, contents.complaints());
    }

    /** The scalar at a path, brief. */
    private Optional<String> value(String path) {
        return assembly.at(path)
                .filter(JsonNode::isValueNode)
                .map(node -> node.asString(""))
                .map(text -> text.length() > 80 ? text.substring(0, 77) + "…" : text);
    }
}
