package redline.fact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import redline.measure.Missing;
import redline.measure.Trace;
import redline.scheme.ConditionLine;

/** What codes of the land-use guide (domain B.11) say to rules. */
final class UseCodes {
    /** Is no code: only a use that is unknown can be it. */
    private static final String NOT_STATED = "?";

    private UseCodes() {}

    /** RESIDENTIAL | PUBLIC | INDUSTRIAL | STORAGE; unknown where the code is too coarse to tell, for want of {@code finer}. */
    static Trace<String> useClass(Trace<String> use, Missing finer) {
        return use.isKnown() ? Trace.of(useClass(use.value()), finer) : use;
    }

    private static String useClass(String use) {
        if (use.equals("07") || use.equals("10")) {
            return null;
        }
        if (use.startsWith("0701") || use.startsWith("0703")) {
            return "RESIDENTIAL";
        }
        if (use.startsWith("1001")) {
            return "INDUSTRIAL";
        }
        return use.startsWith("11") ? "STORAGE" : "PUBLIC";
    }

    /**
     * For each use a row for every code that contains it, itself included, and one for ANY. Where a condition speaks of a finer
     * code than the use is stated in, a row without id says that it may be meant; {@code unknown} names the uses that are not
     * stated, each of which may lie within any of those codes.
     */
    static List<Fact> within(
            Collection<String> uses, Collection<String> codesOfConditions, List<Missing> unknown, Absences absences) {
        List<Fact> rows = new ArrayList<>();
        for (String use : new TreeSet<>(uses)) {
            rows.add(row(use, ConditionLine.ANY));
            for (int length = 2; length < use.length(); length += 2) {
                rows.add(row(use, use.substring(0, length)));
            }
            rows.add(row(use, use));
            for (String code : new TreeSet<>(codesOfConditions)) {
                if (code.startsWith(use) && code.length() > use.length()) {
                    Missing finer = Missing.fact("uses[" + use + "]", "用途 " + use + " 的细类", "finer code of use " + use);
                    absences.of("UseWithin", null, "?").notSupplied(List.of(finer));
                    rows.add(new Fact.UseWithin(null, use, code));
                }
            }
        }
        if (!unknown.isEmpty()) {
            absences.of("UseWithin", null, "?").notSupplied(unknown);
            rows.add(new Fact.UseWithin(null, NOT_STATED, ConditionLine.ANY));
            new TreeSet<>(codesOfConditions).forEach(code -> rows.add(new Fact.UseWithin(null, NOT_STATED, code)));
        }
        return rows;
    }

    private static Fact row(String use, String within) {
        return new Fact.UseWithin(use + " in " + within, use, within);
    }
}
