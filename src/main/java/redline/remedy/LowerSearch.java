package redline.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import redline.finding.Finding;
import redline.requirement.Comparator;
import redline.scheme.Building;
import redline.scheme.Scheme;
import redline.scheme.Subject;
import redline.scheme.Volume;

/** A building that is too high: lower by what is too much, up to the centimetre. */
final class LowerSearch {
    private static final int MOST_STEPS = 4;

    private final Scheme scheme;
    private final Trial trial;

    LowerSearch(Scheme scheme, Trial trial) {
        this.scheme = scheme;
        this.trial = trial;
    }

    /** Whether the building is modelled, and too high. */
    boolean knows(Finding.Judged violation) {
        return violation.governing() != null
                && violation.governing().comparator() == Comparator.AT_MOST
                && Changed.highest(building(violation)) != null;
    }

    private Building building(Finding.Judged violation) {
        return violation.subject().kind() == Subject.Kind.BUILDING
                ? Changed.building(scheme, violation.subject().id())
                : null;
    }

    Remedy of(Finding.Judged violation) {
        Building building = building(violation);
        BigDecimal metres = BigDecimal.ZERO;
        BigDecimal more = violation.margin();
        for (int i = 0; i < MOST_STEPS && !trial.isOver(); i++) { // a lower building may fall under a lower limit
            metres = metres.add(more.abs().setScale(2, RoundingMode.UP));
            Change.Lower lower =
                    new Change.Lower(building.id(), Changed.name(building), metres, storeys(building, metres));
            Trial.Seen seen = trial.with(Changed.by(scheme, lower), violation);
            if (seen.cured()) {
                return Remedy.of(violation, lower, seen.broken());
            }
            if (!(seen.now() instanceof Finding.Judged now)) {
                break;
            }
            more = now.margin();
        }
        return trial.isOver() ? Remedy.untried(violation) : Remedy.inVain(violation);
    }

    /** Of a building whose storeys are all of one height. */
    private static Integer storeys(Building building, BigDecimal metres) {
        List<BigDecimal> heights = building.volumes().stream()
                .filter(volume -> volume.role() != Volume.Role.BASEMENT)
                .flatMap(volume -> volume.storeys() == null
                        ? Stream.of(BigDecimal.ZERO)
                        : volume.storeys().stream()
                                .map(storey -> storey.height() == null
                                        ? BigDecimal.ZERO
                                        : storey.height().stripTrailingZeros()))
                .distinct()
                .toList();
        return heights.size() == 1 && heights.get(0).signum() > 0
                ? metres.divide(heights.get(0), 0, RoundingMode.UP).intValueExact()
                : null;
    }
}
