package redline.rulepack;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;

/** Remedies for a name that nobody knows: the nearest one, and what there is. */
final class Nearest {
    private Nearest() {}

    static Text remedy(String unknown, Iterable<String> known) {
        List<String> sorted = new ArrayList<>();
        known.forEach(sorted::add);
        sorted.sort(null);
        if (sorted.isEmpty()) {
            return new Text("删去它", "delete it");
        }
        String nearest = sorted.get(0);
        for (String name : sorted) {
            if (distance(unknown, name) < distance(unknown, nearest)) {
                nearest = name;
            }
        }
        String all = String.join(", ", sorted.subList(0, Math.min(sorted.size(), 40)));
        return distance(unknown, nearest) <= Math.max(2, unknown.length() / 3)
                ? new Text("是不是 " + nearest + "?可用的有:" + all, "did you mean " + nearest + "? There are: " + all)
                : new Text("可用的有:" + all, "there are: " + all);
    }

    /** Edit distance without regard to case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
