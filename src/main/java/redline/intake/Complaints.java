package redline.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import redline.quantity.Text;

/** Collects what is wrong with one file. */
final class Complaints {
    private final String file;
    private final List<Complaint> list = new ArrayList<>();
    private int unlisted;

    Complaints(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(int line, String element, Text what, Text remedy) {
        add(new Complaint(file, line, element, what, remedy));
    }

    void add(Complaint complaint) {
        if (list.size() < Limits.COMPLAINTS) {
            list.add(complaint);
        } else {
            unlisted++;
        }
    }

    boolean none() {
        return list.isEmpty();
    }

    /** By line; what has no line comes first. */
    List<Complaint> sorted() {
        List<Complaint> all = new ArrayList<>(list);
        all.sort(Comparator.comparingInt(Complaint::line));
        if (unlisted > 0) {
            all.add(new Complaint(
                    file,
                    0,
                    "",
                    new Text("另有 " + unlisted + " 处问题未列出", unlisted + " more problems are not listed"),
                    new Text("请先改正以上各处", "Mend the ones above first")));
        }
        return List.copyOf(all);
    }
}
