package redline.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Dates;
import redline.scheme.Layer;
import redline.scheme.Project;

/** The head of a scheme file: version, CRS, basis, dates, project. */
final class Header {
    private static final List<String> SOURCES = List.of("drawing", "itemised", "table");

    private Header() {}

    static void version(Fields root) {
        Integer version = root.whole("redline", 0, 1_000);
        root.require("redline");
        if (version != null && version != 1) {
            root.complain(
                    "redline",
                    new Text("格式版本 " + version + " 不支持", "Format version " + version + " is not supported"),
                    new Text("请写 redline: 1", "Write redline: 1"));
        }
    }

    static String crs(Fields root) {
        String written = root.text("crs");
        if (written == null) {
            return null;
        }
        CoordinateSystem crs = CoordinateSystem.of(written);
        if (crs == null) {
            root.complain("crs", CoordinateSystem.whyNot(written), CoordinateSystem.remedy());
            return null;
        }
        root.session().crs = crs;
        return "EPSG:" + crs.epsg();
    }

    static Basis basis(Fields root) {
        Basis sources = sources(root);
        Set<Layer> written = Arrays.stream(Layer.values())
                .filter(layer -> layer.decidesWhereWritten() && root.has(layer.key()))
                .collect(Collectors.toUnmodifiableSet());
        return sources == null ? null : sources.with(written);
    }

    private static Basis sources(Fields root) {
        root.require("basis");
        if (root.node("basis", "basis") instanceof Node.Table) {
            return root.table("basis", "basis", fields -> {
                Basis basis = new Basis(
                        source(fields, "footprints"),
                        source(fields, "floorAreas"),
                        source(fields, "heights"),
                        source(fields, "green"),
                        source(fields, "parking"));
                List.of("footprints", "floorAreas", "heights", "green", "parking")
                        .forEach(fields::require);
                return basis;
            });
        }
        Basis.Source all = source(root, "basis");
        root.node("basis", "basis");
        return all == null ? null : Basis.all(all);
    }

    private static Basis.Source source(Fields fields, String key) {
        String word = fields.word(key, SOURCES);
        return word == null ? null : Basis.Source.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** The dates as written; {@code given} stands for those that are not. */
    static Dates dates(Fields root, Dates given) {
        boolean allGiven = Stream.of(Dates.Kind.values()).allMatch(kind -> given.of(kind) != null);
        Dates dates = root.table("dates", "dates", fields -> {
            Dates written = new Dates(
                    fields.date("conditionsIssued"), fields.date("contractSigned"), fields.date("applicationReceived"));
            if (given.conditionsIssued() == null) {
                fields.require("conditionsIssued");
            }
            if (given.contractSigned() == null) {
                fields.require("contractSigned");
            }
            if (given.applicationReceived() == null) {
                fields.require("applicationReceived");
            }
            return written.or(given);
        });
        if (dates == null && allGiven) {
            return given;
        }
        root.require("dates");
        return dates;
    }

    /** All attributes unknown where the project is not stated. */
    static Project project(Fields root) {
        Project project = root.table(
                "project",
                "project",
                fields -> new Project(
                        fields.text("code"),
                        fields.text("name"),
                        fields.text("location"),
                        fields.text("applicant"),
                        fields.text("designer")));
        return project == null ? new Project(null, null, null, null, null) : project;
    }
}
