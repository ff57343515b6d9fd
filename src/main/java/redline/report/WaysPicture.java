package redline.report;

import java.util.List;
import redline.report.SunPictures.Way;
import redline.report.SunScene.Opening;
import redline.sun.Counting;
import redline.sun.Spans;
import redline.sun.Study;
import redline.sun.Window;
import redline.sun.WindowSun;

/** The same windows counted in several ways: of each the stretches in which it is lit, those that count, and their sum. */
final class WaysPicture {
    private static final int LEFT = 292;
    private static final int RIGHT = 92;
    private static final int ROW = 22;
    private static final int GAP = 20;
    private static final int HEAD = 40;

    private static final String DAY = "fill=\"#f0f2f4\" stroke=\"none\"";
    private static final String LIT = "fill=\"#fdf1c7\" stroke=\"#b8873a\" stroke-width=\"0.8\"";
    private static final String COUNTED = "fill=\"#c98a00\" stroke=\"#7a4b1e\" stroke-width=\"0.8\"";

    private final SunScene scene;
    private final List<Way> ways;
    private final Words words;
    private final SunSheet sheet;
    private final double from;
    private final double to;

    private WaysPicture(SunScene scene, List<Way> ways, Words words, int width) {
        this.scene = scene;
        this.ways = ways;
        this.words = words;
        int rows = scene.openings().size() * (ways.size() * ROW + GAP);
        this.sheet = new SunSheet(words, width, Math.max(300, SunSheet.TITLE + HEAD + rows + 12));
        this.from =
                ways.stream().mapToDouble(way -> way.counting().from()).min().orElse(8);
        this.to = ways.stream().mapToDouble(way -> way.counting().to()).max().orElse(16);
    }

    static Plan draw(SunScene scene, List<Way> ways, Words words, int width) {
        return new WaysPicture(scene, ways, words, width).plan();
    }

    private Plan plan() {
        sheet.title(
                words.get("sun.ways"),
                words.get("sun.ways-of-day", scene.study().path().day()));
        double y = SunSheet.TITLE + HEAD;
        List<Window> windows =
                scene.openings().stream().map(opening -> opening.sun().window()).toList();
        List<List<WindowSun>> suns = ways.stream()
                .map(way -> of(scene.study(), way.counting()).of(windows))
                .toList();
        hours(y, scene.openings().size() * (ways.size() * ROW + GAP));
        for (int i = 0; i < windows.size(); i++) {
            Opening opening = scene.openings().get(i);
            sheet.labels.add(new Plan.Label(
                    words.of(opening.name()), 14, y + ways.size() * ROW / 2.0, false, 12, 0, PlanStyle.INK, true, ""));
            for (int j = 0; j < ways.size(); j++) {
                row(ways.get(j), suns.get(j).get(i), y);
                y += ROW;
            }
            y += GAP;
        }
        sheet.keyArea(COUNTED, words.get("sun.counted"));
        sheet.keyArea(LIT, words.get("sun.lit-not-counted"));
        sheet.keyArea(DAY, words.get("sun.time-that-counts"));
        for (Way way : ways) {
            sheet.gap();
            sheet.line(words.of(way.name()), true);
            sheet.note(words.get(
                            "sun.from-to",
                            SunText.minute(way.counting().from()),
                            SunText.minute(way.counting().to()))
                    + words.get("semicolon")
                    + SunText.rule(way.counting(), words));
        }
        return sheet.plan();
    }

    private static Study of(Study study, Counting counting) {
        return new Study(study.obstacles(), study.added(), study.path(), counting);
    }

    private void hours(double y, double high) {
        for (int hour = (int) Math.ceil(from); hour <= to; hour++) {
            double x = x(hour);
            sheet.shapes.add("<path class=\"hour\" d=\"M" + Frame.n(x) + " " + Frame.n(y - 10) + "v" + Frame.n(high)
                    + "\" fill=\"none\" stroke=\"#d0d7de\" stroke-width=\"0.7\"/>");
            sheet.labels.add(new Plan.Label(hour + ":00", x, y - 20, true, 10, 0, PlanStyle.QUIET, false, ""));
        }
    }

    private void row(Way way, WindowSun sun, double y) {
        Counting counting = way.counting();
        bar(Spans.of(counting.from(), counting.to()), "time", DAY, y);
        bar(sun.after(), "lit", LIT, y);
        bar(counting.counted(sun.after()), "counted", COUNTED, y);
        sheet.labels.add(
                new Plan.Label(words.of(way.name()), 120, y + ROW / 2.0, false, 11, 0, PlanStyle.INK, false, ""));
        sheet.labels.add(new Plan.Label(
                SunText.hours(sun.hoursAfter()),
                sheet.width - SunSheet.PANEL - RIGHT + 12.0,
                y + ROW / 2.0,
                false,
                11,
                0,
                PlanStyle.INK,
                true,
                ""));
    }

    private void bar(Spans spans, String kind, String style, double y) {
        for (Spans.Span span : spans.list()) {
            sheet.shapes.add("<path class=\"" + kind + "\" d=\"M" + Frame.n(x(span.from())) + " " + Frame.n(y + 4) + "h"
                    + Frame.n(x(span.to()) - x(span.from())) + "v" + (ROW - 8) + "H" + Frame.n(x(span.from())) + "z\" "
                    + style + "/>");
        }
    }

    private double x(double hour) {
        return LEFT + (sheet.width - SunSheet.PANEL - LEFT - RIGHT) * (hour - from) / (to - from);
    }
}
