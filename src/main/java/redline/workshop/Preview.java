package redline.workshop;

import java.util.List;
import redline.quantity.Text;
import redline.report.ReportPreview;
import redline.rulepack.Fault;

/** What became of templates that were tried. */
public sealed interface Preview {
    /** Pages as they will be. */
    record Shown(ReportPreview.Pages pages) implements Preview {}

    /** No report would be written by them. */
    record Faulty(List<Fault> faults) implements Preview {}

    /** There is no answer: they take too much time or memory, or nobody could be asked. */
    record Broken(Text why) implements Preview {}

    /** The same person has asked anew. */
    record Overtaken() implements Preview {}
}
