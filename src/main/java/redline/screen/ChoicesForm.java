package redline.screen;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import redline.intake.bundle.Choices;
import redline.intake.bundle.DrawingUnit;
import redline.intake.bundle.LayerChoice;
import redline.intake.bundle.LayerRow;
import redline.intake.bundle.Meaning;
import redline.scheme.Holder;
import redline.upload.Understanding;

/**
 * The fields of the data check as typed, each as a text: {@code name}, {@code crs}, {@code basis}, {@code unit.0} a drawing,
 * {@code meaning.0} a layer, {@code none.zones} what there is none of, {@code west}, {@code south}, {@code east}, {@code north} of the frame.
 * A page may have others beside them.
 */
public record ChoicesForm(Map<String, String> typed) {
    private static final List<String> FRAME = List.of("west", "south", "east", "north");
    public static final Set<String> BASES = Set.of("drawing", "itemised", "table");

    /** What an applicant can say there is none of: not what the reviewing authority has layers of. */
    public static final List<String> MAY_BE_NONE = Choices.MAY_BE_NONE.stream()
            .filter(key -> Holder.of(key) == Holder.APPLICANT)
            .toList();

    /** Something in the frame that is no frame. */
    public static final class NoFrame extends Exception {}

    public static ChoicesForm of(Understanding understood) {
        Choices choices = understood.choices();
        Map<String, String> fields = new TreeMap<>();
        fields.put("name", choices.name() == null ? "" : choices.name());
        fields.put("crs", choices.crs() == null ? "" : choices.crs());
        fields.put("basis", choices.basis() == null ? "" : choices.basis());
        choices.absent().forEach(key -> fields.put("none." + key, "yes"));
        List<String> drawings = drawings(understood);
        for (int i = 0; i < drawings.size(); i++) {
            DrawingUnit unit = choices.units().get(drawings.get(i));
            fields.put("unit." + i, unit == null ? "" : unit.word());
        }
        List<LayerRow> layers = understood.draft().layers();
        for (int i = 0; i < layers.size(); i++) {
            fields.put("meaning." + i, layers.get(i).meaning().code());
        }
        Choices.Frame frame = choices.frame();
        if (frame != null) {
            fields.put("west", number(frame.west()));
            fields.put("south", number(frame.south()));
            fields.put("east", number(frame.east()));
            fields.put("north", number(frame.north()));
        }
        return new ChoicesForm(fields);
    }

    /** The same with another field of its page. */
    public ChoicesForm with(String field, String text) {
        Map<String, String> more = new TreeMap<>(typed);
        more.put(field, text);
        return new ChoicesForm(more);
    }

    private static String number(double value) {
        return new java.math.BigDecimal(String.valueOf(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Files whose unit can be chosen. */
    static List<String> drawings(Understanding understood) {
        return List.copyOf(understood.draft().units().keySet());
    }

    public String text(String field) {
        return typed.getOrDefault(field, "").strip();
    }

    /**
     * The choices, on top of those that the form was made with: a layer left as it was shown stays as it was meant then.
     *
     * @param mayBeNone what the form asks whether there is any; of the rest nothing is said
     * @throws NoFrame where some of the four numbers are missing, or are none
     */
    public Choices choices(Understanding shown, Collection<String> mayBeNone) throws NoFrame {
        Map<String, DrawingUnit> units = new TreeMap<>();
        List<String> drawings = drawings(shown);
        for (int i = 0; i < drawings.size(); i++) {
            String file = drawings.get(i);
            DrawingUnit.of(text("unit." + i)).ifPresent(unit -> units.put(file, unit));
        }
        Map<LayerChoice, Meaning> meanings = new LinkedHashMap<>(shown.choices().meanings());
        List<LayerRow> layers = shown.draft().layers();
        for (int i = 0; i < layers.size(); i++) {
            LayerRow layer = layers.get(i);
            MeaningChoice.of(text("meaning." + i))
                    .filter(meaning -> !meaning.equals(layer.meaning()))
                    .ifPresent(meaning -> meanings.put(new LayerChoice(layer.file(), layer.layer()), meaning));
        }
        String crs = text("crs");
        Set<String> none = mayBeNone.stream()
                .filter(key -> text("none." + key).equals("yes"))
                .collect(Collectors.toUnmodifiableSet());
        return new Choices(
                text("name").isEmpty() ? null : text("name"),
                CoordinateSystems.knows(crs) ? crs : null,
                BASES.contains(text("basis")) ? text("basis") : null,
                units,
                meanings,
                frame(),
                none);
    }

    private Choices.Frame frame() throws NoFrame {
        if (FRAME.stream().allMatch(side -> text(side).isEmpty())) {
            return null;
        }
        double[] sides = new double[FRAME.size()];
        for (int i = 0; i < sides.length; i++) {
            try {
                sides[i] = Double.parseDouble(text(FRAME.get(i)));
            } catch (NumberFormatException none) {
                throw (NoFrame) new NoFrame().initCause(none);
            }
        }
        // Also false of what is no number.
        if (!(sides[0] < sides[2] && sides[1] < sides[3])) {
            throw new NoFrame();
        }
        return new Choices.Frame(sides[0], sides[1], sides[2], sides[3]);
    }
}
