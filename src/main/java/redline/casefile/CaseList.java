package redline.casefile;

import java.util.List;
import java.util.Map;

/**
 * A page of cases.
 *
 * @param more whether another page follows
 * @param byState how many cases are in each state, as far as the viewer may see them
 */
public record CaseList(List<Line> lines, boolean more, Map<String, Long> byState) {
    /** @param handlerName empty where nobody is assigned */
    public record Line(OfficeCase kase, String applicantName, String handlerName, ClockReading clock) {}
}
