package redline.workshop;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import redline.casefile.DraftFile;
import redline.proof.CaseFolder;
import redline.rulepack.RuleBook;
import redline.rulepack.ValueEdit;
import redline.rulepack.ValuePlace;

/** The change of practice §7 (policy staff): high-rises keep 14 m instead of 12 m from secondary roads, from 2027-01-01 on. The document's numbers are invented. */
final class SetbackDraft {
    static final String TABLE = "jiaxing-2018/tables/jiaxing-road.csv";
    static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    static final String DOCUMENT = "桐资规〔2026〕12号";
    private static final String RULE = "test-cases/rules/jiaxing-road-setback/";

    private static final Published PUBLISHED =
            new Published(RuleBook.read(Path.of("rules")), CaseFolder.read(Path.of("test-cases")));

    private SetbackDraft() {}

    static Published published() {
        return PUBLISHED;
    }

    static ValuePlace place() {
        return PUBLISHED.book().valuesOf("jiaxing-road-setback").stream()
                .filter(place ->
                        place.column().equals("setback") && place.about().zh().equals("次干路、高层主体"))
                .findFirst()
                .orElseThrow();
    }

    /** The value, as the form of the workshop sets it; {@code legalReview} empty where it is not told. */
    static List<DraftFile> value(String legalReview) {
        ValueEdit edit = new ValueEdit(place(), "14", FROM, null, "表3-2 次干路", "official", DOCUMENT, "");
        String documents = "documents:\n  - {number: " + DOCUMENT + ", published: 2026-12-01"
                + (legalReview.isEmpty() ? "" : ", legal-review: " + legalReview) + "}\n";
        return List.of(
                file("rules/jiaxing-2018/documents.yaml", documents),
                file("rules/" + TABLE, edit.in(text("rules/" + TABLE))));
    }

    /** The four cases of the story. */
    static List<DraftFile> cases() {
        return List.of(
                oneCase("26-pass-before-12", "2026-12-31", "8 m", "符合", "12.00 m", "≥ 12.00 m", "0.00 m"),
                oneCase("27-violation-after-12", "2027-01-01", "8 m", "不符合", "12.00 m", "≥ 14.00 m", "-2.00 m"),
                oneCase("28-pass-after-14", "2027-01-01", "6 m", "符合", "14.00 m", "≥ 14.00 m", "0.00 m"),
                oneCase("29-violation-after-1399", "2027-01-01", "6.01 m", "不符合", "13.99 m", "≥ 14.00 m", "-0.01 m"));
    }

    static List<DraftFile> whole() {
        List<DraftFile> all = new ArrayList<>(value("桐法审〔2026〕8号"));
        all.addAll(cases());
        return all;
    }

    private static DraftFile oneCase(
            String folder, String day, String east, String verdict, String measured, String required, String margin) {
        return file(RULE + folder + "/case.yaml", """
                title: 高层退次干路 %s，%s
                rule: jiaxing-road-setback
                as-of: %s
                why: 桐资规〔2026〕12号自 2027-01-01 起由 12 m 改为 14 m
                number-from: 手算
                given:
                  base: jiaxing-2018-setback
                  change:
                    sides[东].beyond: ROAD
                    sides[东].road: 路
                    roads[路].roadClass: SECONDARY
                    buildings[1#].volumes[1#T].role: WHOLE
                    buildings[1#].use: "0902"
                    buildings[1#].volumes[1#T].controlHeights[0].elevation: 27 m
                    buildings[1#].storeysAbove: 6
                    1号楼.东移: %s
                expect:
                  - {about: 1号楼 整体 → 东侧界线, verdict: %s, measured: %s, required: '%s', margin: %s}
                """.formatted(
                        measured, day, day, east, verdict, measured, required, margin));
    }

    private static String text(String path) {
        return new String(PUBLISHED.file(path).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static DraftFile file(String path, String content) {
        return PUBLISHED.taken(path, content);
    }
}
