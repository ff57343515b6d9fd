package redline.report;

import java.util.List;
import java.util.Map;
import redline.rulepack.Fault;

/** The files of {@code templates/report} for whoever changes them: texts, and what is wrong with one. Nothing is filled in or kept here. */
public final class ReportTemplates {
    private ReportTemplates() {}

    /** Every file that an office may have its own of. */
    public static List<String> files() {
        return Templates.CHECKED;
    }

    /** As it is in use here. */
    public static String text(String file) {
        return Templates.text(file);
    }

    /** As the program has it. */
    public static String shipped(String file) {
        return Templates.shipped(file);
    }

    /** Those in use here that differ from the program's, by name. */
    public static Map<String, String> own() {
        return Templates.own();
    }

    /** Why a text could not be used as this file; it is read, and nothing in it is run. */
    public static List<Fault> faults(String file, String text) {
        return text.equals(shipped(file)) ? List.of() : TemplateCheck.of(Map.of(file, text));
    }
}
