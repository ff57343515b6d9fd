package redline.workshop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What differs between two states of a file, line by line, for who approves it. */
public final class LinesChanged {
    private static final int MOST = 400;

    private LinesChanged() {}

    /** A line that goes or comes. {@code number}: in the state where it stands, from 1; 0 for the words that more follow. */
    public record Line(boolean added, int number, String text) {}

    /** In the order of the file, at most {@value #MOST}; {@code null} for a file that is not there. */
    public static List<Line> between(byte[] before, String after) {
        RawText was = new RawText(before == null ? new byte[0] : before);
        RawText is = new RawText(after == null ? new byte[0] : after.getBytes(StandardCharsets.UTF_8));
        List<Line> lines = new ArrayList<>();
        for (Edit edit : new HistogramDiff().diff(RawTextComparator.DEFAULT, was, is)) {
            for (int i = edit.getBeginA(); i < edit.getEndA(); i++) {
                lines.add(new Line(false, i + 1, was.getString(i)));
            }
            for (int i = edit.getBeginB(); i < edit.getEndB(); i++) {
                lines.add(new Line(true, i + 1, is.getString(i)));
            }
        }
        if (lines.size() > MOST) {
            int more = lines.size() - MOST;
            lines.subList(MOST, lines.size()).clear();
            lines.add(new Line(true, 0, "… +" + more));
        }
        return List.copyOf(lines);
    }
}
