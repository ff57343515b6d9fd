package redline.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Dates;
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

    static Dates dates(Fields root, LocalDate asOf) {
        Dates dates = root.table("dates", "dates", fields -> {
            LocalDate issued = fields.date("conditionsIssued");
            LocalDate signed = fields.date("contractSigned");
            LocalDate received = fields.date("applicationReceived");
            if (asOf == null) {
                List.of("conditionsIssued", "contractSigned", "applicationReceived")
                        .forEach(fields::require);
            }
            return new Dates(
                    issued == null ? asOf : issued, signed == null ? asOf : signed, received == null ? asOf : received);
        });
        if (dates == null && asOf != null) {
            return Dates.allOn(asOf);
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
