package redline.report;

import java.util.List;

/**
 * What the templates print: texts ready to be shown, in one language. Nothing is computed in a template and nothing is left out
 * here: every finding of the result stands in exactly one item of one group.
 */
public record ReportPage(
        Words words,
        Cover cover,
        List<BasisRow> basis,
        List<LetterRow> letters,
        List<IndicatorRow> indicators,
        List<BuildingRow> buildings,
        List<AreaRow> areas,
        List<AreaTotal> areaTotals,
        String crs,
        List<Parking> parking,
        List<CornerRow> corners,
        List<SunPage> sun,
        SunHeights sunHeights,
        PlanSheet plan,
        List<List<Strip>> strips,
        List<Group> groups,
        List<PassRow> passes,
        List<NoneRow> none,
        List<Fact> notChecked,
        Margins margins,
        RunLog runLog,
        Asking asking) {

    /** A label and what stands beside it. */
    public record Fact(String label, String text) {}

    /** {@code verdict} is the code of the verdict, a CSS class too. */
    public record Cover(
            String title,
            String project,
            String number,
            String verdict,
            String icon,
            String verdictText,
            String aside,
            List<Count> counts,
            String apart,
            List<Fact> facts) {}

    /** Where to ask whether the report is genuine; null where nobody can be asked. */
    public record Asking(String svg, String says, String address, String number) {}

    public record Count(String verdict, String icon, String label, int number) {}

    public record BasisRow(
            String title,
            String documentNumber,
            String layer,
            String standing,
            String date,
            String inForce,
            boolean open,
            String version) {}

    public record LetterRow(String number, String issued, String grade, String complete, String incorporates) {}

    /** One row of the 规划指标校核表 (practice §5); {@code site} is empty where there is only one. */
    public record IndicatorRow(
            String site,
            String name,
            String unit,
            String required,
            String declared,
            String measured,
            String difference,
            String margin,
            String verdict,
            String verdictText,
            String clause,
            String provenance) {}

    public record BuildingRow(
            String name,
            String standing,
            String use,
            String storeys,
            String height,
            String roof,
            String fireGrade,
            String remarks) {}

    /** One window of the 日照户表 (practice §5); {@code before}, {@code after} a stretch each; {@code less} the change in hours, {@code change} and {@code dwellingChange} said in words. */
    public record SunRow(
            String building,
            String storey,
            String dwelling,
            String window,
            String room,
            String facing,
            String sill,
            List<String> before,
            String hoursBefore,
            List<String> after,
            String hoursAfter,
            String less,
            String change,
            String standard,
            String windowVerdict,
            String windowVerdictText,
            String dwellingVerdict,
            String dwellingVerdictText,
            String dwellingChange,
            List<String> takers) {}

    /** The 日照户表 of one day: what changed or fails first, then the rest; {@code omitted} pictures are not printed. */
    public record SunPage(
            String title,
            List<String> basis,
            List<Fact> foot,
            List<SunRow> striking,
            List<SunRow> others,
            List<SunPicture> pictures,
            String omitted,
            FacadeTable facades) {}

    /** Sampled façades of buildings that have no windows; {@code classes} of hours after, whose lengths each row tells. */
    public record FacadeTable(String title, List<String> notes, List<String> classes, List<FacadeRow> rows) {}

    /** One façade, its storeys together. */
    public record FacadeRow(
            String building,
            String side,
            String length,
            String storeys,
            String before,
            String after,
            String darkest,
            List<String> lengths,
            List<String> takers,
            String missing) {}

    public record SunPicture(String title, String svg) {}

    /** Nothing of it is shown where all is empty. */
    public record SunHeights(List<String> lead, List<SunHeightRow> rows, List<String> notes) {
        public boolean shown() {
            return !rows.isEmpty() || !notes.isEmpty();
        }
    }

    /** How high a part may be; {@code change} from what it is, {@code storeys} whole ones, {@code limit} who decides it. */
    public record SunHeightRow(
            String part,
            String now,
            String highest,
            String change,
            String storeys,
            String limit,
            List<String> remarks) {}

    /** One line of the area table; {@code verdict} is the worst of its coefficients. */
    public record AreaRow(
            String building,
            String element,
            String ground,
            String area,
            String count,
            String areaCoefficient,
            String floorArea,
            String farCoefficient,
            String farArea,
            String verdict,
            String verdictText,
            String clause) {}

    public record AreaTotal(String name, String value, String provenance) {}

    /** A rule on parking for one site: what it adds up, and the sum beside what is provided. {@code rows} is empty where nothing adds up. */
    public record Parking(
            String title,
            String site,
            String anchor,
            List<ParkingRow> rows,
            String required,
            String provided,
            String say,
            String verdict,
            String verdictText) {}

    /** {@code unit} of the quantity, {@code per} of the rate; {@code spaces} = quantity × rate, not rounded. */
    public record ParkingRow(
            String use, String quantity, String unit, String rate, String per, String source, String spaces) {}

    /** An outline of a building with its corners; {@code zero}: level of ±0.00, m above datum to three decimals; empty where the scheme does not state it. */
    public record CornerRow(String building, String zero, List<Corner> corners) {}

    /** {@code x} to the north, {@code y} to the east, m to three decimals. */
    public record Corner(String number, String x, String y) {}

    /**
     * {@code svg} is empty where nothing was drawn; {@code note} then says so. {@code paper} is the class of its page (A3, A2 …),
     * {@code figures} lead to the extracts.
     */
    public record PlanSheet(String svg, String paper, String note, List<PlanLink> links, List<PlanLink> figures) {
        public boolean drawn() {
            return !svg.isEmpty();
        }
    }

    /** From a number on the plan to its finding; {@code says} where it leads. */
    public record PlanLink(String number, String anchor, String says) {}

    /** The 余量表; {@code note} says what is marked and why, or why nothing is. */
    public record Margins(String note, List<MarginRow> rows) {}

    /** {@code below} the tolerance of setting out, said in {@code mark}. */
    public record MarginRow(
            String title,
            String anchor,
            String subject,
            String measured,
            String required,
            String margin,
            String tolerance,
            boolean below,
            String mark) {}

    /** A building from the side, with what is asked of its height and storeys. */
    public record Strip(String anchor, String title, String scale, String svg, List<StripLine> lines) {}

    public record StripLine(PlanLink finding, String verdict, String text) {}

    /** An extract of the plan; {@code scale} as 1:500, {@code findings} that it shows. */
    public record Figure(
            String anchor, String title, String scale, String caption, String svg, List<PlanLink> findings) {}

    /** Findings of one group; {@code empty} is said where there are none. */
    public record Group(String id, String title, String lead, int count, String empty, List<Item> items) {}

    /**
     * One clause of a group: its worst subject at length, the others in short. {@code anchor} is what links go to, {@code onPlan}
     * whether its number stands on the plan, {@code figures} stand with it, {@code see} leads to the extract of its worst subject.
     */
    public record Item(
            String number,
            String anchor,
            boolean onPlan,
            String verdict,
            String icon,
            String verdictText,
            String clauseTitle,
            String subject,
            String measured,
            String required,
            String margin,
            String clause,
            String grade,
            List<Fact> details,
            List<Figure> figures,
            PlanLink see,
            List<Short> others) {}

    /** A finding in one line; {@code see} leads to its extract, null where it has none. */
    public record Short(String number, String anchor, boolean onPlan, String subject, String text, PlanLink see) {}

    /** A clause that is met: its tightest subject at length, the others with value and margin. */
    public record PassRow(
            String anchor,
            String title,
            int count,
            String subject,
            String measured,
            String required,
            String margin,
            String clause,
            String grade,
            List<Fact> details,
            Figure figure,
            PlanLink see,
            String others) {}

    public record NoneRow(String title, int count, String because, String subjects) {}

    /** A file that the report carries; {@code size} in bytes. */
    public record AttachmentRow(String file, String says, String size, String sha256) {}

    /** {@code note} says how to use the attachments, or why there are none. */
    public record RunLog(
            List<Fact> facts, List<Fact> packs, List<AttachmentRow> attachments, String note, String hash) {}
}
