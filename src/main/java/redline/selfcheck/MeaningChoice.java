package redline.selfcheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import redline.intake.bundle.Meaning;
import redline.intake.bundle.Meaning.Kind;
import redline.quantity.Language;

/** Meanings of a layer as one list to choose from, with those that a detail narrows written out. */
final class MeaningChoice {
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

    static List<Meaning> all() {
        return java.util.Arrays.stream(Kind.values())
                .flatMap(kind ->
                        DETAILS.getOrDefault(kind, List.of("")).stream().map(detail -> new Meaning(kind, detail)))
                .toList();
    }

    /**
     * One to choose.
     *
     * @param word end of the key of the detail's word, empty where there is no detail
     */
    record Option(String code, String kind, String word) {}

    static List<Option> options(Language language) {
        return all().stream()
                .map(meaning -> new Option(
                        code(meaning),
                        meaning.kind().title().in(language),
                        meaning.detail().equals(ROOF) ? "ROOF" : meaning.detail()))
                .toList();
    }

    /** {@code controlLine/RIVER}, as a form sends it. */
    static String code(Meaning meaning) {
        return meaning.kind().word() + (meaning.detail().isEmpty() ? "" : "/" + meaning.detail());
    }

    /** Empty where it is none of them. */
    static Optional<Meaning> of(String code) {
        int cut = code.indexOf('/');
        String kind = cut < 0 ? code : code.substring(0, cut);
        return Kind.of(kind)
                .map(known -> new Meaning(known, cut < 0 ? "" : code.substring(cut + 1)))
                .filter(meaning -> all().contains(meaning));
    }
}
