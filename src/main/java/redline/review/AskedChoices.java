package redline.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import redline.casefile.RoundChoices;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.Meaning;
import redline.screen.ChoicesForm;
import redline.screen.MeaningChoice;

/** What a program says of the files of a round beside what stands in them; what is left out is as the files say. */
@Schema(description = "What is said of the files beside what stands in them; what is left out is as the files say")
record AskedChoices(
        @Schema(description = "Name of the scheme") String name,

        @Schema(description = "Coordinate system of files that do not say theirs", example = "EPSG:4549")
        String crs,

        @Schema(
                description = "Where numbers are taken from, for every family",
                allowableValues = {"drawing", "itemised", "table"})
        String basis,

        @Schema(description = "What there is none of, where no file shows any; what is not said stays unknown")
        List<String> absent,

        @Schema(description = "Units of drawings") List<Unit> units,

        @Schema(description = "Meanings of layers, before the table of layers")
        List<Layer> layers,

        @Schema(description = "The site plan, where a file holds several drawings, in the units of the drawing")
        Frame frame) {
    /** @param unit m, mm, cm, in or ft */
    record Unit(
            @Schema(description = "Name of the file", example = "总平面.dxf")
            String file,

            @Schema(allowableValues = {"m", "mm", "cm", "in", "ft"})
            String unit) {}

    /** @param meaning a code of {@link MeaningChoice} */
    record Layer(
            @Schema(description = "Name of the file", example = "总平面.dxf")
            String file,

            @Schema(description = "Name of the layer", example = "LF-1")
            String layer,

            @Schema(
                    description = "As templates/upload/cad-layers.csv calls it, what narrows it after a stroke",
                    example = "controlLine/RIVER")
            String meaning) {}

    record Frame(double west, double south, double east, double north) {}

    static AskedChoices none() {
        return new AskedChoices(null, null, null, null, null, null, null);
    }

    /** Fields of the form of a round stand before those of the choices beside it. */
    AskedChoices or(String otherCrs, String otherBasis) {
        return new AskedChoices(
                name,
                otherCrs.isBlank() ? crs : otherCrs,
                otherBasis.isBlank() ? basis : otherBasis,
                absent,
                units,
                layers,
                frame);
    }

    /** @throws Untaken where something of it means nothing */
    RoundChoices choices() {
        Map<String, DrawingUnit> chosen = new TreeMap<>();
        for (Unit one : some(units)) {
            chosen.put(text(one.file()), DrawingUnit.of(text(one.unit())).orElseThrow(() -> no("units", one.unit())));
        }
        Map<LayerChoice, Meaning> meanings = new LinkedHashMap<>();
        for (Layer one : some(layers)) {
            meanings.put(
                    new LayerChoice(text(one.file()), text(one.layer())),
                    MeaningChoice.of(text(one.meaning())).orElseThrow(() -> no("layers", one.meaning())));
        }
        Set<String> none = new TreeSet<>(some(absent));
        none.stream().filter(key -> !Choices.MAY_BE_NONE.contains(key)).forEach(key -> {
            throw no("absent", key);
        });
        if (!text(basis).isEmpty() && !ChoicesForm.BASES.contains(basis)) {
            throw no("basis", basis);
        }
        return new RoundChoices(new Choices(
                orNull(name), crs(crs), orNull(basis), chosen, meanings, frame == null ? null : frame(frame), none));
    }

    /** @throws Untaken where it is no code of a coordinate system; null for none */
    static String crs(String typed) {
        String code = text(typed);
        if (!code.isEmpty() && !code.matches("EPSG:\\d{4,6}")) {
            throw new Untaken("CRS", Untaken.shortened(code));
        }
        return orNull(code);
    }

    private static Choices.Frame frame(Frame frame) {
        // Also false of what is no number.
        if (!(frame.west() < frame.east() && frame.south() < frame.north())) {
            throw new Untaken("FRAME");
        }
        return new Choices.Frame(frame.west(), frame.south(), frame.east(), frame.north());
    }

    private static Untaken no(String field, String given) {
        return new Untaken("CHOICE", field, Untaken.shortened(text(given)));
    }

    private static <T> List<T> some(List<T> list) {
        return list == null ? List.of() : list;
    }

    private static String text(String text) {
        return text == null ? "" : text.strip();
    }

    private static String orNull(String text) {
        return text(text).isEmpty() ? null : text(text);
    }
}
