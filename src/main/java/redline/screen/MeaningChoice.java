package redline.screen;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redline.intake.bundle.Meaning;
import redline.intake.bundle.Meaning.Kind;
import redline.quantity.Language;

/** Meanings of a layer as one list to choose from, with those that a detail narrows written out. */
public final class MeaningChoice {
    /** As the table of layers writes it. */
    private static final String ROOF = "屋顶绿化";

    private static final Map<Kind, List<String>> DETAILS = Map.of(
            Kind.NEIGHBOUR, List.of("", "EXISTING", "APPROVED", "PENDING"),
            Kind.PARKING_SPACE, List.of("MOTOR", "NON_MOTOR"),
            Kind.GREEN, List.of("", ROOF, "named"),
            Kind.BUILDING, List.of("", "named"),
            Kind.ELEMENT, List.of("named"),
            Kind.CONTROL_LINE,
                    List.of(
                            "GREEN_LINE",
                            "BLUE_LINE",
                            "PURPLE_LINE",
                            "YELLOW_LINE",
                            "POWER_CORRIDOR",
                            "RIVER",
                            "HIGHWAY",
                            "RAILWAY",
                            "DYKE",
                            "ELEVATED_ROAD",
                            "ELEVATED_RAMP"));

    private MeaningChoice() {}

    public static List<Meaning> all() {
        return Arrays.stream(Kind.values())
                .flatMap(kind ->
                        DETAILS.getOrDefault(kind, List.of("")).stream().map(detail -> new Meaning(kind, detail)))
                .toList();
    }

    /**
     * One to choose.
     *
     * @param word end of the key of the detail's word, empty where there is no detail
     */
    public record Option(String code, String kind, String word) {}

    public static List<Option> options(Language language) {
        return all().stream()
                .map(meaning ->
                        new Option(meaning.code(), meaning.kind().title().in(language), word(meaning)))
                .toList();
    }

    private static String word(Meaning meaning) {
        return meaning.detail().equals(ROOF) ? "ROOF" : meaning.detail();
    }

    /** The one with this code. */
    public static Optional<Option> option(String code, Language language) {
        return options(language).stream()
                .filter(option -> option.code().equals(code))
                .findFirst();
    }

    /** Empty where it is none of them. */
    public static Optional<Meaning> of(String code) {
        return Meaning.ofCode(code).filter(meaning -> all().contains(meaning));
    }
}
