package redline.output;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.fact.Outline.Kind;
import redline.finding.Verdict;
import redline.report.PlanStyle;
import redline.report.Words;
import redline.report.Xml;

/**
 * How QGIS draws the layers (QML): verdicts by colour and by form (a cross, a triangle, a dot; thick, dashed, thin), so that the colour-blind
 * and a grey print tell them apart; numbers and names as labels.
 */
final class LayerStyles {
    private static final String NO = "no";
    private static final String SOLID = "solid";
    /** Where there is no room for all labels, violations keep theirs; the code is that of an expression. */
    private static final String WORST_FIRST =
            "<dd_properties><Option type=\"Map\"><Option name=\"properties\" type=\"Map\">"
                    + "<Option name=\"Priority\" type=\"Map\"><Option name=\"active\" type=\"bool\" value=\"true\"/>"
                    + "<Option name=\"expression\" type=\"QString\" value=\"if(attribute('verdict')='VIOLATION',10,3)\"/>"
                    + "<Option name=\"type\" type=\"int\" value=\"3\"/></Option></Option></Option></dd_properties>";

    private final Words words;

    LayerStyles(Words words) {
        this.words = words;
    }

    /** Findings of one dimension: 2, 1 or 0. */
    String findings(int dimension) {
        Map<Verdict, String> symbols = new TreeMap<>();
        for (Verdict verdict : Verdict.values()) {
            symbols.put(
                    verdict,
                    switch (dimension) {
                        case 2 ->
                            fill(
                                    PlanStyle.colour(verdict),
                                    NO,
                                    PlanStyle.colour(verdict),
                                    width(verdict),
                                    pen(verdict));
                        case 1 -> line(PlanStyle.colour(verdict), width(verdict), pen(verdict));
                        default ->
                            marker(PlanStyle.colour(verdict), form(verdict), verdict == Verdict.VIOLATION ? 3.2 : 2.4);
                    });
        }
        return document(
                byVerdict(
                        symbols,
                        dimension,
                        "if(&quot;far&quot;=1,'FAR',&quot;verdict&quot;)",
                        EnumSet.of(Verdict.VIOLATION, Verdict.UNDETERMINED)),
                "if(\"number\" is null or \"far\"=1,'',\"mark\")",
                true);
    }

    /** Buildings by their worst finding. */
    String buildings() {
        Map<Verdict, String> symbols = new TreeMap<>();
        for (Verdict verdict : Verdict.values()) {
            symbols.put(
                    verdict,
                    fill(PlanStyle.ground(verdict), SOLID, PlanStyle.colour(verdict), width(verdict), pen(verdict)));
        }
        return document(byVerdict(symbols, 2, "verdict", EnumSet.allOf(Verdict.class)), "name", false);
    }

    /** What was supplied, as on the plan. */
    String ground(Kind kind, int dimension) {
        String ink = switch (kind) {
            case PARCEL, ZONE -> "#b3202a";
            case ROAD -> "#7a4b1e";
            case CONTROL_LINE -> "#0b6e6e";
            case GREEN -> "#a9b665";
            case PARKING -> "#9fb3cc";
            case SIDE, BUILDING, BASEMENT, NEIGHBOUR -> "#8c959f";
            case ACCESS -> "#1f2328";
        };
        String inside = switch (kind) {
            case GREEN -> "#eef3d8";
            case PARKING -> "#e9eff7";
            case NEIGHBOUR -> "#f6f8fa";
            case PARCEL, ZONE, ROAD, CONTROL_LINE, SIDE, BUILDING, BASEMENT, ACCESS -> "";
        };
        String pen = switch (kind) {
            case PARCEL, ZONE, CONTROL_LINE -> "dash dot";
            case BASEMENT -> "dot";
            case ROAD, GREEN, PARKING, SIDE, BUILDING, NEIGHBOUR, ACCESS -> SOLID;
        };
        double width = kind == Kind.PARCEL ? 0.6 : 0.3;
        String symbol = switch (dimension) {
            case 2 -> fill(inside.isEmpty() ? ink : inside, inside.isEmpty() ? NO : SOLID, ink, width, pen);
            case 1 -> line(ink, width, pen);
            default -> marker(ink, "triangle", 2.6);
        };
        String renderer = "<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\"><symbols>"
                + symbol("0", dimension, symbol) + "</symbols></renderer-v2>";
        return document(renderer, kind == Kind.SIDE ? "" : "name", false);
    }

    /** In the order of their codes, so that the worst is drawn last; the verdicts that are not shown can be switched on. */
    private String byVerdict(Map<Verdict, String> symbols, int dimension, String of, Set<Verdict> shown) {
        StringBuilder categories = new StringBuilder();
        StringBuilder all = new StringBuilder();
        for (Verdict verdict : Verdict.values()) {
            categories
                    .append("<category render=\"" + (shown.contains(verdict)) + "\" symbol=\"")
                    .append(verdict.ordinal())
                    .append("\" value=\"")
                    .append(verdict)
                    .append("\" label=\"")
                    .append(Xml.escape(words.get("icon." + verdict) + " " + words.of(verdict.title())))
                    .append("\"/>");
            all.append(symbol(String.valueOf(verdict.ordinal()), dimension, symbols.get(verdict)));
        }
        return "<renderer-v2 type=\"categorizedSymbol\" attr=\"" + of
                + "\" symbollevels=\"0\" enableorderby=\"1\"><categories>"
                + categories
                + "</categories><symbols>" + all + "</symbols>"
                + "<orderby><orderByClause asc=\"1\" nullsFirst=\"1\">&quot;verdict&quot;</orderByClause></orderby></renderer-v2>";
    }

    private static String symbol(String name, int dimension, String layer) {
        String type = List.of("marker", "line", "fill").get(dimension);
        return "<symbol name=\"" + name + "\" type=\"" + type + "\" alpha=\"1\" clip_to_extent=\"1\">" + layer
                + "</symbol>";
    }

    private static double width(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> 0.9;
            case UNDETERMINED -> 0.5;
            case PASS, NOT_APPLICABLE -> 0.25;
        };
    }

    private static String pen(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION, PASS -> SOLID;
            case UNDETERMINED -> "dash";
            case NOT_APPLICABLE -> "dot";
        };
    }

    private static String form(Verdict verdict) {
        return switch (verdict) {
            case VIOLATION -> "cross2";
            case UNDETERMINED -> "triangle";
            case PASS -> "circle";
            case NOT_APPLICABLE -> "square";
        };
    }

    private static String fill(String inside, String pattern, String ink, double width, String pen) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("color", colour(inside));
        properties.put("style", pattern);
        properties.put("outline_color", colour(ink));
        properties.put("outline_style", pen);
        properties.put("outline_width", String.valueOf(width));
        properties.put("outline_width_unit", "MM");
        return layer("SimpleFill", properties);
    }

    private static String line(String ink, double width, String pen) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("line_color", colour(ink));
        properties.put("line_style", pen);
        properties.put("line_width", String.valueOf(width));
        properties.put("line_width_unit", "MM");
        return layer("SimpleLine", properties);
    }

    private static String marker(String ink, String form, double size) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("color", colour(ink));
        properties.put("name", form);
        properties.put("outline_color", colour(ink));
        properties.put("outline_width", "0.5");
        properties.put("outline_width_unit", "MM");
        properties.put("size", String.valueOf(size));
        properties.put("size_unit", "MM");
        return layer("SimpleMarker", properties);
    }

    /** Properties twice: QGIS up to 3.24 reads the one form, later versions the other. */
    private static String layer(String kind, Map<String, String> properties) {
        List<String> now = new ArrayList<>();
        List<String> old = new ArrayList<>();
        properties.forEach((key, value) -> {
            now.add("<Option name=\"" + key + "\" type=\"QString\" value=\"" + value + "\"/>");
            old.add("<prop k=\"" + key + "\" v=\"" + value + "\"/>");
        });
        return "<layer class=\"" + kind + "\" enabled=\"1\" locked=\"0\" pass=\"0\"><Option type=\"Map\">"
                + String.join("", now) + "</Option>" + String.join("", old) + "</layer>";
    }

    /** {@code 179,32,42,255} of {@code #b3202a}. */
    private static String colour(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return (rgb >> 16 & 255) + "," + (rgb >> 8 & 255) + "," + (rgb & 255) + ",255";
    }

    /** @param label a column or an expression, empty for no labels */
    private static String document(String renderer, String label, boolean expression) {
        return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
                + "<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\""
                + (label.isEmpty() ? 0 : 1) + "\">" + renderer + (label.isEmpty() ? "" : labels(label, expression))
                + "</qgis>\n";
    }

    private static String labels(String label, boolean expression) {
        return "<labeling type=\"simple\"><settings><text-style fieldName=\"" + Xml.escape(label)
                + "\" isExpression=\"" + (expression ? 1 : 0)
                + "\" fontSize=\"8\" fontSizeUnit=\"Point\" textColor=\"31,35,40,255\">"
                + "<text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" bufferColor=\"255,255,255,255\""
                + " bufferOpacity=\"0.8\"/></text-style><rendering obstacle=\"0\"/>" + WORST_FIRST
                + "</settings></labeling>";
    }
}
