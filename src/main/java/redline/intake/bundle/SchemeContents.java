package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.scheme.Dates;
import tools.jackson.databind.JsonNode;

/** What stands in a scheme file of this program's own kind: its lists as layers, its complaints as they would be in a check. */
final class SchemeContents {
    private SchemeContents() {}

    static FileContents of(Source source, SchemeTree tree) {
        String format = source.name().endsWith(".json") ? "scheme JSON" : "scheme YAML";
        if (!tree.ours()) {
            List<FileContents.Trouble> why = troubles(
                    tree.complaints().isEmpty()
                            ? ((Intake.Refused) SchemeReader.readWith(source, null, Dates.unknown())).complaints()
                            : tree.complaints());
            return new FileContents(source.name(), format, null, "UTF-8", null, List.of(), List.of(), why, true);
        }
        LayerSums layers = new LayerSums();
        tree.root().properties().forEach(entry -> {
            if (entry.getValue().isArray()) {
                layers.layer(entry.getKey());
                for (int i = 0; i < entry.getValue().size(); i++) {
                    layers.count(entry.getKey(), "element");
                }
            }
        });
        List<FileContents.Value> values = new ArrayList<>();
        for (String key : List.of("name", "crs", "basis")) {
            JsonNode value = tree.root().get(key);
            if (value != null && value.isValueNode() && !value.isNull()) {
                values.add(new FileContents.Value(
                        key, value.asString(""), "line " + tree.lines().get(key)));
            }
        }
        List<FileContents.Trouble> troubles = tree.conditionsOnly()
                ? List.of()
                : SchemeReader.readWith(source, null, Dates.unknown()) instanceof Intake.Refused refused
                        ? troubles(refused.complaints())
                        : List.of();
        JsonNode crs = tree.root().get("crs");
        return new FileContents(
                source.name(),
                format,
                tree.root().get("redline").asString(null),
                "UTF-8",
                crs == null || crs.isNull() ? null : crs.asString(),
                layers.layers(),
                values,
                troubles,
                false);
    }

    private static List<FileContents.Trouble> troubles(List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> new FileContents.Trouble(
                        (complaint.line() > 0 ? "line " + complaint.line() + " " : "") + complaint.element(),
                        complaint.what(),
                        complaint.remedy()))
                .toList();
    }
}
