package redline.intake.bundle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import redline.intake.Complaint;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.quantity.Text;

/** The unit of a drawing: as it states, where that is plausible; else the one that is; else it is asked for. */
final class UnitGuess {
    private static final String WHERE = "$INSUNITS";

    private final FileContents drawing;
    private final List<Complaint> remarks;
    private final List<Complaint> complaints;

    UnitGuess(FileContents drawing, List<Complaint> remarks, List<Complaint> complaints) {
        this.drawing = drawing;
        this.remarks = remarks;
        this.complaints = complaints;
    }

    /** @param outlines of buildings and parcels, in units of the drawing */
    Optional<DrawingUnit> of(List<Feature> outlines) {
        double across = outlines.stream()
                .mapToDouble(outline -> outline.shape().getEnvelopeInternal().getDiameter())
                .max()
                .orElse(Double.NaN);
        Optional<DrawingUnit> stated = DrawingUnit.stated(drawing.values().stream()
                .filter(value -> value.path().equals("unitsCode"))
                .map(FileContents.Value::value)
                .findFirst()
                .orElse(""));
        if (Double.isNaN(across) || stated.isPresent() && stated.get().plausible(across)) {
            return stated.isPresent() ? stated : Optional.of(DrawingUnit.METRE);
        }
        String size = String.format(Locale.ROOT, "%.1f", across);
        List<DrawingUnit> fitting = DrawingUnit.fitting(across);
        if (stated.isEmpty() && fitting.size() == 1) {
            Text unit = fitting.get(0).title();
            remarks.add(new Complaint(
                    drawing.file(),
                    0,
                    WHERE,
                    new Text(
                            "没有写明图形单位，最大的轮廓 " + size + " 个单位，按" + unit.zh() + "读",
                            "The drawing unit is not stated; the largest outline is " + size + " units across: read as "
                                    + unit.en()),
                    new Text("不对的，请指明单位", "If this is wrong, say the unit")));
            return Optional.of(fitting.get(0));
        }
        complaints.add(new Complaint(
                drawing.file(),
                0,
                WHERE,
                new Text(
                        "图形单位"
                                + stated.map(unit -> "写作" + unit.title().zh()).orElse("没有写明") + "，而最大的轮廓 " + size
                                + " 个单位，不像建筑或用地",
                        "The drawing unit is "
                                + stated.map(unit -> "stated as " + unit.title().en())
                                        .orElse("not stated")
                                + ", and the largest outline is " + size
                                + " units across: no size of a building or site"),
                new Text("请指明图形单位(米、毫米……)", "Say the drawing unit (m, mm …)")));
        return Optional.empty();
    }
}
