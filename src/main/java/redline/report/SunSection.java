package redline.report;

import java.util.ArrayList;
import java.util.List;
import redline.check.CheckResult;
import redline.measure.Sunlight;

/** The sunlight of a report: none where the scheme writes no windows. */
public final class SunSection {
    /** Façades and skies that are printed of one day, each; the rest is for the screen and the command line. */
    private static final int MOST_PICTURES = 6;

    private SunSection() {}

    /** The days of a checked scheme's study, in their order. */
    public static List<SunDay> days(CheckResult result) {
        Sunlight sunlight = result.record().sunlight();
        return sunlight == null ? List.of() : SunDay.of(result.record(), sunlight, result.findings());
    }

    static List<ReportPage.SunPage> pages(CheckResult result, Words words) {
        return pages(result, words, true);
    }

    /** The tables alone. */
    public static List<ReportPage.SunPage> tables(CheckResult result, Words words) {
        return pages(result, words, false);
    }

    private static List<ReportPage.SunPage> pages(CheckResult result, Words words, boolean drawn) {
        List<SunDay> days = days(result);
        if (days.isEmpty() && result.record().sunlight() != null) {
            return List.of(new ReportPage.SunPage(
                    words.get("sun.section-DWELLINGS"),
                    List.of(words.get("sun.not-computed")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    ""));
        }
        return days.stream().map(day -> page(day, words, drawn)).toList();
    }

    private static ReportPage.SunPage page(SunDay day, Words words, boolean drawn) {
        SunTable table = day.table();
        SunTableText text = new SunTableText(words);
        List<ReportPage.SunPicture> pictures = new ArrayList<>();
        String omitted = "";
        if (drawn) {
            SunAlbum album = day.album();
            List<SunAlbum.Picture> chosen = album.chosen(table, MOST_PICTURES);
            SunPictures.Options options = SunPictures.Options.sheet(words.language());
            for (SunAlbum.Picture picture : chosen) {
                String svg = picture.drawing().apply(options);
                if (!svg.isEmpty()) {
                    pictures.add(new ReportPage.SunPicture(words.of(picture.title()), svg));
                }
            }
            int left = album.pictures().size() - chosen.size();
            omitted = left == 0 ? "" : words.get("sun.omitted", left);
        }
        return new ReportPage.SunPage(
                words.get("sun.section-" + day.day().kind()),
                day.basis(words),
                text.foot(table.foot()),
                table.striking().stream().map(text::row).toList(),
                table.others().stream().map(text::row).toList(),
                pictures,
                omitted);
    }
}
