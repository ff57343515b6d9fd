package redline.remedy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.finding.Finding;
import redline.scheme.Building;
import redline.scheme.Scheme;
import redline.scheme.Subject;
import redline.scheme.Volume;

/**
 * A distance that is too short: which building of the scheme to move, and where to. A move by d changes no distance by more than d, so moving
 * straight away by what is missing is the shortest there can be; where that breaks something else, slanting directions are tried, each as far
 * as it needs.
 */
final class MoveSearch {
    /** Slants from straight away, degrees. */
    private static final List<Integer> SLANTS = List.of(45, -45);

    private static final int MOST_STEPS = 4;
    private static final BigDecimal CENTIMETRE = new BigDecimal("0.01");

    private final Scheme scheme;
    private final CheckResult result;
    private final Trial trial;

    MoveSearch(Scheme scheme, CheckResult result, Trial trial) {
        this.scheme = scheme;
        this.result = result;
        this.trial = trial;
    }

    /** @param away direction of length 1 */
    private record Way(Building building, double[] away) {
        Way slanted(int degrees) {
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            return new Way(building, new double[] {away[0] * cos - away[1] * sin, away[0] * sin + away[1] * cos});
        }

        /** At least so far, both parts whole centimetres. */
        Change.Move by(double metres) {
            return new Change.Move(
                    building.id(),
                    Changed.name(building),
                    centimetres(away[0] * metres),
                    centimetres(away[1] * metres));
        }

        /** Away from zero, but for what is no more than an error of rounding. */
        private static BigDecimal centimetres(double metres) {
            BigDecimal exact = BigDecimal.valueOf(metres).setScale(6, RoundingMode.HALF_UP);
            return exact.abs().compareTo(new BigDecimal("0.0001")) < 0
                    ? BigDecimal.ZERO.setScale(2)
                    : exact.setScale(2, RoundingMode.UP);
        }
    }

    Remedy of(Finding.Judged violation) {
        List<Way> ways = ways(violation);
        if (ways.isEmpty()) {
            return Remedy.untried(violation);
        }
        double lacks = violation.margin().abs().doubleValue();
        List<Remedy> straight = new ArrayList<>();
        for (Way way : ways) {
            Remedy remedy = tried(way, lacks, violation);
            if (remedy != null && remedy.isEnough()) {
                return remedy; // the other building would have to go as far
            }
            if (remedy != null) {
                straight.add(remedy);
            }
        }
        return best(ways.stream()
                        .flatMap(way -> SLANTS.stream()
                                .map(slant ->
                                        tried(way.slanted(slant), lacks / Math.cos(Math.toRadians(slant)), violation)))
                        .filter(Objects::nonNull))
                .or(() -> straight.stream()
                        .min(Comparator.comparingInt(remedy -> remedy.broken().size())))
                .orElseGet(() -> trial.isOver() ? Remedy.untried(violation) : Remedy.inVain(violation));
    }

    private static Optional<Remedy> best(Stream<Remedy> remedies) {
        return remedies.filter(Remedy::isEnough)
                .min(Comparator.comparingDouble(remedy -> ((Change.Move) remedy.change()).distance()));
    }

    /** As far as it takes; null where that is more than a few steps of what is missing. */
    private Remedy tried(Way way, double least, Finding.Judged violation) {
        double metres = least;
        for (int i = 0; i < MOST_STEPS && !trial.isOver(); i++) {
            Change.Move move = way.by(metres);
            Trial.Seen seen = trial.with(Changed.by(scheme, move), violation);
            if (seen.cured()) {
                return Remedy.of(violation, move, seen.broken());
            }
            metres += Math.max(least / 2, CENTIMETRE.doubleValue());
        }
        return null;
    }

    /** Each building of the scheme that the distance is measured from, straight away from the other end. */
    private List<Way> ways(Finding.Judged violation) {
        if (violation.measure() == null
                || violation.governing() == null
                || violation.governing().comparator() != redline.requirement.Comparator.AT_LEAST
                || !(violation.measure().evidence().geometry() instanceof LineString shortest)
                || shortest.getNumPoints() != 2
                || shortest.getLength() == 0) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        for (String id : buildings(violation.subject())) {
            Building building = Changed.building(scheme, id);
            if (building != null && isOwn(building) && building.volumes() != null) {
                boolean starts = far(shortest.getStartPoint(), building) <= far(shortest.getEndPoint(), building);
                Coordinate own = shortest.getCoordinateN(starts ? 0 : 1);
                Coordinate other = shortest.getCoordinateN(starts ? 1 : 0);
                double length = shortest.getLength();
                ways.add(new Way(building, new double[] {(own.x - other.x) / length, (own.y - other.y) / length}));
            }
        }
        return ways;
    }

    private static boolean isOwn(Building building) {
        return building.standing() == null || building.standing() == Building.Standing.PROPOSED;
    }

    private static double far(Point point, Building building) {
        return building.volumes().stream()
                .map(Volume::footprint)
                .filter(Objects::nonNull)
                .mapToDouble((Geometry footprint) -> footprint.distance(point))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private List<String> buildings(Subject subject) {
        return result.record().facts().stream()
                .filter(fact -> fact instanceof Fact.About about
                        && about.subject().kind() == subject.kind()
                        && about.subject().id().equals(subject.id()))
                .findFirst()
                .map(MoveSearch::named)
                .orElse(List.of());
    }

    private static List<String> named(Fact fact) {
        if (fact instanceof Fact.BuildingSide side) {
            return known(side.building());
        }
        if (fact instanceof Fact.VolumeSide side) {
            return known(side.building());
        }
        if (fact instanceof Fact.BasementSide side) {
            return known(side.building());
        }
        if (fact instanceof Fact.VolumeLine line) {
            return known(line.building());
        }
        if (fact instanceof Fact.Pair pair) {
            return known(pair.a(), pair.b());
        }
        return fact instanceof Fact.VolumePair pair ? known(pair.buildingA(), pair.buildingB()) : List.of();
    }

    private static List<String> known(String... ids) {
        return Stream.of(ids).filter(Objects::nonNull).toList();
    }
}
