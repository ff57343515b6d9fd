package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.intake.file.FileContents;
import redline.scheme.Dates;

/**
 * A scheme put together from files.
 *
 * @param scheme the scheme file, JSON
 * @param origins where each value was read, by its path in the scheme
 * @param contents of each file, with the values that the scheme took from it
 * @param units of each drawing, as read; empty where it is asked for
 * @param surveys tables of boundary points among the files
 * @param conditions the conditions file among them, or null
 * @param remarks told, and not in the way of a verdict
 * @param complaints in the way of a verdict
 */
public record Draft(
        Source scheme,
        Source conditions,
        Map<String, Origin> origins,
        List<FileContents> contents,
        List<LayerRow> layers,
        Map<String, Optional<DrawingUnit>> units,
        List<Survey> surveys,
        List<Complaint> remarks,
        List<Complaint> complaints) {
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /**
     * Reads the scheme as one written by hand; complaints name the file and the place that a value came from.
     *
     * @param other conditions that take the place of all others, or null
     * @param dates each stands for its date where no file states it
     */
    public Intake intake(Source other, Dates dates) {
        Intake read = SchemeReader.readWith(scheme, other == null ? conditions : other, dates);
        List<Complaint> all = new ArrayList<>(complaints);
        if (read instanceof Intake.Refused refused) {
            refused.complaints().forEach(complaint -> all.add(located(complaint)));
        }
        if (!all.isEmpty()) {
            return new Intake.Refused(List.copyOf(all));
        }
        Intake.Accepted accepted = (Intake.Accepted) read;
        List<Complaint> told = new ArrayList<>(remarks);
        accepted.remarks().forEach(remark -> told.add(located(remark)));
        return new Intake.Accepted(accepted.scheme(), List.copyOf(told));
    }

    private Complaint located(Complaint complaint) {
        if (!complaint.file().equals(scheme.name())) {
            return complaint;
        }
        String path = complaint.element();
        while (!path.isEmpty()) {
            Origin origin = origins.get(path);
            if (origin != null) {
                Matcher line = LINE.matcher(origin.place());
                boolean plain = line.matches();
                return new Complaint(
                        origin.file(),
                        plain ? Integer.parseInt(line.group(1)) : 0,
                        plain ? complaint.element() : complaint.element() + " ← " + origin.place(),
                        complaint.what(),
                        complaint.remedy());
            }
            int cut = Math.max(path.lastIndexOf('.'), path.endsWith("]") ? path.lastIndexOf('[') : -1);
            path = cut < 0 ? "" : path.substring(0, cut);
        }
        return new Complaint(scheme.name(), 0, complaint.element(), complaint.what(), complaint.remedy());
    }
}
