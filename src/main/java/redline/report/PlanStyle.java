package redline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.fact.SchemeRecord;
import redline.finding.Verdict;

/** Colours and line patterns of the plan, as SVG presentation attributes (a page's own CSS wins over them). */
public final class PlanStyle {
    /** What a plan shows beside the buildings of the scheme: areas below lines, as a map is drawn. */
    public static final List<Kind> GROUND = List.of(
            Kind.GREEN,
            Kind.PARKING,
            Kind.ROAD,
            Kind.CONTROL_LINE,
            Kind.BASEMENT,
            Kind.NEIGHBOUR,
            Kind.ZONE,
            Kind.PARCEL,
            Kind.SIDE,
            Kind.ACCESS);

    static final String INK = "#1f2328";
    static final String QUIET = "#57606a";
    /** Outlines of an earlier round. */
    static final String EARLIER = "fill=\"none\" stroke=\"#6f42c1\" stroke-width=\"1.4\" stroke-dasharray=\"5 3\"";

    static final String ACCESS = "fill=\"#1f2328\" stroke=\"none\"";

    /** On an extract: a building beside what the finding is about, and what it is about. */
    static final String BESIDE = "fill=\"#eef0f2\" stroke=\"#57606a\" stroke-width=\"0.8\"";

    static final String ABOUT = "fill=\"#d8dce1\" stroke=\"#1f2328\" stroke-width=\"1.8\"";

    private PlanStyle() {}

    public static String colour(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "#b3202a";
            case UNDETERMINED -> "#9a5b00";
            case PASS -> "#1a7f37";
            case NOT_APPLICABLE -> QUIET;
        };
    }

    /** Line of a dimension: thick and whole, dashed, thin and whole. */
    static String line(Verdict verdict) {
        String stroke = "fill=\"none\" stroke=\"" + colour(verdict) + "\" ";
        return switch (verdict) {
            case VIOLATION -> stroke + "stroke-width=\"2.2\"";
            case UNDETERMINED -> stroke + "stroke-width=\"1.5\" stroke-dasharray=\"6 3\"";
            case PASS -> stroke + "stroke-width=\"0.8\"";
            case NOT_APPLICABLE -> stroke + "stroke-width=\"0.8\" stroke-dasharray=\"1 3\"";
        };
    }

    /** Pale, to stand under ink of the same verdict. */
    public static String ground(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "#f8dfe1";
            case UNDETERMINED -> "#fcefd9";
            case PASS -> "#e2f1e6";
            case NOT_APPLICABLE -> "#eef0f2";
        };
    }

    /** A building by its worst verdict: thick outline, dashed outline, thin outline, grey. */
    static String building(Verdict worst) {
        String colours = "fill=\"" + ground(worst) + "\" stroke=\"" + colour(worst) + "\" ";
        return switch (worst) {
            case VIOLATION -> colours + "stroke-width=\"2.6\"";
            case UNDETERMINED -> colours + "stroke-width=\"1.8\" stroke-dasharray=\"7 3\"";
            case PASS -> colours + "stroke-width=\"1.2\"";
            case NOT_APPLICABLE -> colours + "stroke-width=\"1\"";
        };
    }

    static String of(Kind kind) {
        return switch (kind) {
            case PARCEL -> "fill=\"none\" stroke=\"#b3202a\" stroke-width=\"2\" stroke-dasharray=\"18 4 3 4 3 4\"";
            case ZONE -> "fill=\"none\" stroke=\"#b3202a\" stroke-width=\"1\" stroke-dasharray=\"10 4 3 4\"";
            case SIDE -> "fill=\"none\" stroke=\"none\" stroke-width=\"6\" pointer-events=\"stroke\"";
            case ROAD -> "fill=\"none\" stroke=\"#7a4b1e\" stroke-width=\"1.4\"";
            case CONTROL_LINE -> "fill=\"none\" stroke=\"#0b6e6e\" stroke-width=\"1.4\" stroke-dasharray=\"12 3 2 3\"";
            case BUILDING -> building(Verdict.NOT_APPLICABLE);
            case BASEMENT -> "fill=\"none\" stroke=\"#8c959f\" stroke-width=\"0.9\" stroke-dasharray=\"3 3\"";
            case NEIGHBOUR -> "fill=\"#f6f8fa\" stroke=\"#8c959f\" stroke-width=\"1\"";
            case GREEN -> "fill=\"#f4f7e6\" stroke=\"#7d8c3a\" stroke-width=\"0.7\"";
            case PARKING -> "fill=\"#e9eff7\" stroke=\"#9fb3cc\" stroke-width=\"0.7\"";
            case ACCESS -> ACCESS;
        };
    }

    static String nameColour(Kind kind) {
        return switch (kind) {
            case PARCEL, ZONE -> "#b3202a";
            case ROAD -> "#7a4b1e";
            case CONTROL_LINE -> "#0b6e6e";
            case GREEN -> "#5c6b1f";
            case PARKING -> "#41597a";
            case SIDE, BUILDING, BASEMENT, NEIGHBOUR, ACCESS -> QUIET;
        };
    }

    static String cssClass(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Kinds of green as the drawing names them, told apart by their hatches, the first kinds first; what is not named comes last. */
    record Hatches(List<String> kinds) {
        static Hatches of(SchemeRecord record) {
            List<String> kinds = new ArrayList<>(record.outlines().stream()
                    .filter(outline -> outline.kind() == Kind.GREEN)
                    .map(Hatches::kind)
                    .distinct()
                    .toList());
            if (kinds.remove("")) {
                kinds.add("");
            }
            return new Hatches(List.copyOf(kinds));
        }

        private static String kind(Outline green) {
            return green.sort() == null ? "" : green.sort();
        }

        Hatch of(Outline green) {
            return hatch(kind(green));
        }

        Hatch hatch(String kind) {
            return Hatch.values()[Math.min(kinds.indexOf(kind), Hatch.values().length - 1)];
        }
    }
}
