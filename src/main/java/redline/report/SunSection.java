package redline.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import redline.check.CheckResult;
import redline.measure.Sunlight;
import redline.quantity.Language;

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

    /** Tables and pictures. */
    static List<ReportPage.SunPage> pages(CheckResult result, List<SunDay> days, Words words) {
        return pages(result, days, words, true);
    }

    /** The tables alone, of days of that result; one that says so where the study could not be made. */
    public static List<ReportPage.SunPage> tables(CheckResult result, List<SunDay> days, Words words) {
        return pages(result, days, words, false);
    }

    /** How high the parts of the scheme may be for the sun of their neighbours; nothing where no windows are written. */
    public static ReportPage.SunHeights heights(CheckResult result, List<SunDay> days, Words words) {
        return new SunHeightTable(result, days, words).table();
    }

    /** A picture by its number in its day. */
    public record Numbered(int number, String title) {}

    /** Plans, and façades and skies of what changed, fails or is open, no more than {@code most} of each. */
    public static List<Numbered> pictures(SunDay day, int most, Words words) {
        SunAlbum album = day.album();
        List<SunAlbum.Picture> all = album.pictures();
        return album.chosen(day.table(), most).stream()
                .map(picture -> new Numbered(all.indexOf(picture), words.of(picture.title())))
                .toList();
    }

    /** One picture of one day by their numbers, SVG; empty where there is none. */
    public static Optional<String> picture(CheckResult result, int day, int number, Language language) {
        List<SunDay> days = days(result);
        if (day < 0 || day >= days.size()) {
            return Optional.empty();
        }
        List<SunAlbum.Picture> pictures = days.get(day).album().pictures();
        return number < 0 || number >= pictures.size()
                ? Optional.empty()
                : Optional.of(pictures.get(number).drawing().apply(SunPictures.Options.screen(language)))
                        .filter(svg -> !svg.isEmpty());
    }

    /** The tables as a workbook; empty where there are none. */
    public static Optional<byte[]> workbook(CheckResult result, Language language) {
        List<SunDay> days = withFacades(result);
        if (days.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SunWorkbook.write(days, language, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return Optional.of(bytes.toByteArray());
    }

    /** The days, and beside them those on which façades alone were sampled. */
    public static List<SunDay> withFacades(CheckResult result) {
        List<SunDay> days = new ArrayList<>(days(result));
        if (result.record().sunlight() != null) {
            days.addAll(SunDay.sampled(result.record(), result.record().sunlight()));
        }
        return days;
    }

    private static List<ReportPage.SunPage> pages(CheckResult result, List<SunDay> days, Words words, boolean drawn) {
        if (days.isEmpty() && result.record().sunlight() != null) {
            return List.of(new ReportPage.SunPage(
                    words.get("sun.section-DWELLINGS"),
                    List.of(words.get("sun.not-computed")),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    SunDay.sampled(result.record(), result.record().sunlight()).stream()
                            .map(day -> new FacadeText(words).table(day))
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null)));
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
                    String title = words.of(picture.title());
                    pictures.add(new ReportPage.SunPicture(
                            title, Described.with(svg, words.get("sun.picture-says", title))));
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
                omitted,
                new FacadeText(words).table(day));
    }
}
