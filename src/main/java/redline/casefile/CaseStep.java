package redline.casefile;

import java.util.List;
import java.util.Set;
import redline.quantity.Text;

/**
 * A step from one state to another, of {@code templates/office/steps.csv}.
 *
 * @param who may take it
 * @param paper that has to be issued first, empty where none
 * @param needs what has to be there
 * @param stopsFrom first day on which the clock stands still, null where it runs on
 * @param stopsUntil last such day, null where it runs on
 */
public record CaseStep(
        String id,
        Text title,
        Set<String> from,
        String to,
        Set<Role> who,
        String paper,
        List<Need> needs,
        StopDay stopsFrom,
        StopDay stopsUntil) {
    /** What has to be there before a step is taken. */
    public enum Need {
        MATERIALS,
        ROUND,
        HANDLED,
        ANSWERED,
        OPINIONS,
        DISPLAY,
        DISPLAY_OVER,
        CONCLUSION
    }

    /** A day counted from a step. */
    public enum StopDay {
        SAME,
        NEXT,
        /** First and last day of the public display. */
        DISPLAY
    }
}
