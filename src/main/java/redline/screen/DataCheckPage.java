package redline.screen;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import redline.check.Readiness;
import redline.intake.bundle.Draft;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerRow;
import redline.intake.bundle.Meaning;
import redline.intake.bundle.Survey;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.quantity.Language;
import redline.scheme.Holder;
import redline.upload.DataCheck;
import redline.upload.Understanding;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the data check shows, in one language.
 *
 * @param name of the scheme as it stands in the draft
 * @param crs in use
 * @param sketch null where nothing is drawn
 * @param unitMetres of the one unit that all drawings have, so that a frame drawn on the sketch can be told in it; 0 where they differ
 * @param readiness null where something stands in the way of all rules
 * @param lacks of the applicant, what settles most rules first
 * @param held what the reviewing authority has and checks against
 * @param surveys tables of boundary points, apart from the remarks
 * @param emptyLayers layers that are not listed because nothing is on them
 * @param moreLayers layers that are not listed because there are too many
 */
public record DataCheckPage(
        String name,
        String crs,
        boolean assumed,
        PlanSketch sketch,
        double unitMetres,
        Readiness readiness,
        List<LackLine> lacks,
        List<LackLine> held,
        List<ComplaintLine> complaints,
        List<ComplaintLine> remarks,
        List<SurveyLines> surveys,
        List<FileLine> files,
        List<LayerGroup> groups,
        int emptyLayers,
        int moreLayers,
        int terrain) {
    private static final int MOST_LAYERS = 400;
    private static final int FIRST_LACKS = 8;
    private static final int MOST_POINTS = 500;

    /** Whether something is drawn, and nothing of it was understood. */
    public boolean nothing() {
        return sketch == null && !groups.isEmpty() && complaints.isEmpty();
    }

    public boolean ready() {
        return readiness != null;
    }

    /** How many lacks stand first. */
    public int first() {
        return Math.min(FIRST_LACKS, lacks.size());
    }

    /** How many of the rules that wait no longer do with the lacks that stand first. */
    public int settledByFirst() {
        return lacks.isEmpty() ? 0 : lacks.get(first() - 1).settled();
    }

    /**
     * What is missing: the things of one kind, or one thing.
     *
     * @param settled rules that no longer wait, with this and what stands before it
     * @param mayBeNone whether it can be said that there is none
     */
    public record LackLine(String what, String who, int rules, int settled, boolean mayBeNone) {}

    /**
     * @param unit number of the field for its unit, -1 where it has none
     * @param read unit as read, null where it is asked for
     * @param values of the scheme that came from it
     */
    public record FileLine(
            String name,
            String format,
            String encoding,
            String crs,
            boolean refused,
            int unit,
            DrawingUnit read,
            long values) {}

    /** A table of boundary points: what is said of it, and each point with its distance from the nearest corner that is drawn. */
    public record SurveyLines(List<ComplaintLine> said, List<PointLine> points) {
        static SurveyLines of(Survey survey, Language language) {
            return new SurveyLines(
                    survey.said().stream()
                            .map(said -> ComplaintLine.of(said, language))
                            .toList(),
                    survey.points().stream()
                            .limit(MOST_POINTS)
                            .map(point -> new PointLine(
                                    point.name(),
                                    String.format(Locale.ROOT, "%.3f", point.north()),
                                    String.format(Locale.ROOT, "%.3f", point.east()),
                                    String.format(Locale.ROOT, "%.0f", point.metres() * 1000)))
                            .toList());
        }
    }

    public record PointLine(String name, String north, String east, String millimetres) {}

    public record LayerGroup(String file, List<LayerLine> layers) {}

    /** @param index number of the field for its meaning */
    public record LayerLine(
            int index,
            String layer,
            Meaning meaning,
            int shapes,
            int polygons,
            String area,
            String labels,
            int values) {
        public String code() {
            return meaning.code();
        }

        public boolean unknown() {
            return meaning.kind() == Meaning.Kind.UNKNOWN && values == 0;
        }

        public boolean offered() {
            return MeaningChoice.all().contains(meaning);
        }
    }

    public static DataCheckPage of(DataCheck data, Language language) {
        Understanding understood = data.understanding();
        Draft draft = understood.draft();
        Readiness readiness = data.readiness();
        var root = new JsonMapper().readTree(draft.scheme().bytes());
        List<LayerRow> listed = listed(draft);
        List<LayerRow> shown = listed.stream().limit(MOST_LAYERS).toList();
        return new DataCheckPage(
                root.path("name").asString(""),
                root.path("crs").asString(""),
                understood.assumed() != null,
                PlanSketch.of(draft.scheme()),
                unitMetres(draft),
                readiness,
                readiness == null ? List.of() : Lacks.lines(readiness, Holder.APPLICANT, language),
                readiness == null ? List.of() : Lacks.lines(readiness, Holder.AUTHORITY, language),
                Stream.concat(understood.complaints().stream(), Stream.ofNullable(data.tooMuch()))
                        .map(complaint -> ComplaintLine.of(complaint, language))
                        .toList(),
                understood.remarks().stream()
                        .filter(remark -> draft.surveys().stream()
                                .noneMatch(survey -> survey.said().contains(remark)))
                        .map(remark -> ComplaintLine.of(remark, language))
                        .toList(),
                draft.surveys().stream()
                        .map(survey -> SurveyLines.of(survey, language))
                        .toList(),
                files(understood),
                groups(shown, draft),
                (int) draft.layers().stream().filter(DataCheckPage::isEmpty).count(),
                listed.size() - shown.size(),
                (int) draft.layers().stream()
                        .filter(layer -> layer.meaning().kind() == Meaning.Kind.TERRAIN)
                        .count());
    }

    private static boolean isEmpty(LayerRow layer) {
        return layer.shapes() == 0;
    }

    /** Those with something on them, the unknown first, those that are not used last. */
    private static List<LayerRow> listed(Draft draft) {
        List<LayerRow> layers = new ArrayList<>(
                draft.layers().stream().filter(layer -> !isEmpty(layer)).toList());
        layers.sort(Comparator.comparing(LayerRow::file)
                .thenComparing(layer -> layer.meaning().kind() == Meaning.Kind.UNKNOWN && layer.scheme() == 0 ? 0 : 1)
                .thenComparing(layer -> layer.meaning().kind()));
        return layers;
    }

    private static double unitMetres(Draft draft) {
        List<Optional<DrawingUnit>> units =
                draft.units().values().stream().distinct().toList();
        return units.size() == 1 && units.get(0).isPresent()
                ? units.get(0).get().metres()
                : 0;
    }

    private static List<LayerGroup> groups(List<LayerRow> shown, Draft draft) {
        List<LayerGroup> groups = new ArrayList<>();
        for (LayerRow layer : shown) {
            if (groups.isEmpty() || !groups.get(groups.size() - 1).file().equals(layer.file())) {
                groups.add(new LayerGroup(layer.file(), new ArrayList<>()));
            }
            boolean measured = draft.units().get(layer.file()) == null
                    || draft.units().get(layer.file()).isPresent();
            groups.get(groups.size() - 1)
                    .layers()
                    .add(new LayerLine(
                            draft.layers().indexOf(layer),
                            layer.layer(),
                            layer.meaning(),
                            layer.shapes(),
                            layer.polygons(),
                            layer.polygons() == 0 || !measured ? "" : number(layer.area()),
                            String.join("　", layer.labels()),
                            layer.scheme()));
        }
        return groups;
    }

    private static String number(double area) {
        DecimalFormatSymbols spaced = new DecimalFormatSymbols(Locale.ROOT);
        spaced.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0.00", spaced).format(area);
    }

    private static List<FileLine> files(Understanding understood) {
        Draft draft = understood.draft();
        List<String> drawings = ChoicesForm.drawings(understood);
        return understood.files().names().stream()
                .map(name -> {
                    FileContents contents = draft.contents().stream()
                            .filter(file -> file.file().equals(name))
                            .findFirst()
                            .orElse(null);
                    long values = draft.origins().values().stream()
                            .filter(origin -> origin.file().equals(name))
                            .count();
                    return new FileLine(
                            name,
                            contents == null ? Upload.extension(name).toUpperCase(Locale.ROOT) : format(contents),
                            contents == null ? null : contents.encoding(),
                            contents == null ? null : contents.crs(),
                            contents != null && contents.refused(),
                            drawings.indexOf(name),
                            draft.units().getOrDefault(name, Optional.empty()).orElse(null),
                            values);
                })
                .toList();
    }

    private static String format(FileContents contents) {
        return contents.format().equals("unknown")
                ? ""
                : Stream.of(contents.format(), contents.version())
                        .filter(part -> part != null)
                        .reduce((format, version) -> format + " " + version)
                        .orElse("");
    }
}
