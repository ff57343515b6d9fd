package redline.report;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import redline.finding.Cause;
import redline.finding.Finding;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.quantity.Language;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Grade;
import redline.requirement.Requirement;

/**
 * The three kinds of finding side by side, null where a kind has no such thing.
 *
 * @param required the governing bound; of an undetermined finding without one the first bound that is known and not lifted
 */
public record Answer(
        Measure measure,
        Bound required,
        BigDecimal margin,
        Unit marginUnit,
        Cause cause,
        List<Missing> missing,
        Text ask,
        Text because,
        List<Citation> citations,
        Grade grade) {

    public static Answer of(Finding finding) {
        if (finding instanceof Finding.Judged f) {
            return new Answer(
                    f.measure(),
                    f.governing(),
                    f.margin(),
                    f.marginUnit(),
                    null,
                    List.of(),
                    null,
                    null,
                    f.citations(),
                    f.citations().isEmpty() ? null : f.grade());
        }
        if (finding instanceof Finding.Undetermined f) {
            return new Answer(
                    f.measure(),
                    f.governing() != null ? f.governing() : firstKnown(f.requirements()),
                    null,
                    null,
                    f.cause(),
                    f.missing(),
                    f.ask(),
                    null,
                    f.citations(),
                    f.citations().isEmpty() ? null : f.grade());
        }
        Finding.NotApplicable f = (Finding.NotApplicable) finding;
        return new Answer(null, null, null, null, null, List.of(), null, f.because(), List.of(), null);
    }

    /**
     * The quantity whose unit and decimals the numbers of a finding have: that of its rule, and for a declared difference that of the
     * indicator. Null for a rule without a quantity.
     */
    public static Quantity unitOf(Finding finding) {
        if (finding.rule().quantity() != Quantity.DECLARED_DIFFERENCE) {
            return finding.rule().quantity();
        }
        String id = finding.subject().id();
        return switch (id.substring(id.lastIndexOf('/') + 1)) {
            case "far" -> Quantity.FAR;
            case "density", "greenRatio" -> Quantity.GREEN_RATIO;
            case "motorSpaces", "nonMotorSpaces", "dwellings" -> Quantity.PARKING_MOTOR;
            case "area",
                    "farFloorArea",
                    "floorAreaAbove",
                    "floorAreaBelow",
                    "commercialArea",
                    "footprint",
                    "greenArea" -> Quantity.FAR_FLOOR_AREA;
            default -> Quantity.DECLARED_DIFFERENCE;
        };
    }

    /** {@code 桐土储[2019]43号 第3条}; several clauses of one source together, several sources one after the other. */
    public static String clause(List<Citation> citations, Language language) {
        Map<String, Set<String>> clauses = new LinkedHashMap<>();
        for (Citation citation : citations) {
            Set<String> of = clauses.computeIfAbsent(citation.source().in(language), source -> new LinkedHashSet<>());
            if (!citation.clause().isBlank()) {
                of.add(citation.where(language));
            }
        }
        return clauses.entrySet().stream()
                .map(source -> (source.getKey() + " " + String.join(", ", source.getValue())).strip())
                .collect(Collectors.joining("; "));
    }

    /** Name of the weakest grade, null for no citation. */
    static String weakest(List<Citation> citations) {
        return citations.stream()
                .map(Citation::grade)
                .max(Comparator.naturalOrder())
                .map(Grade::name)
                .orElse(null);
    }

    private static Bound firstKnown(List<Requirement> requirements) {
        return requirements.stream()
                .filter(requirement -> requirement.exemption() == null
                        || !(requirement.exemption().certainty() instanceof Certainty.Certain))
                .map(Requirement::bound)
                .filter(bound -> bound.value() != null)
                .findFirst()
                .orElse(null);
    }
}
