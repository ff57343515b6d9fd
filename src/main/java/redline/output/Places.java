package redline.output;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.finding.Finding;
import redline.measure.Measure;
import redline.report.Answer;
import redline.report.BuildingFindings;
import redline.scheme.Subject;

/**
 * Where findings lie: on what was measured, else within what they are about, else, of what was supplied for the whole parcel, within
 * the parcel. What is about the letter or the scheme as a whole lies nowhere, nor does what was not supplied.
 */
final class Places {
    private static final Set<Subject.Kind> NOWHERE = Set.of(Subject.Kind.SCHEME, Subject.Kind.ARTICLE);
    private static final Set<Subject.Kind> TO_LINES = Set.of(Subject.Kind.VOLUME_LINE, Subject.Kind.SITE_AREA);

    private final List<Outline> outlines;
    private final BuildingFindings buildings;
    private final Map<String, List<String>> owners = new HashMap<>();
    private final boolean linesShown;

    Places(CheckResult result, BuildingFindings buildings) {
        this.outlines = result.record().outlines();
        this.buildings = buildings;
        this.linesShown = outlines.stream().anyMatch(outline -> outline.kind() == Kind.CONTROL_LINE);
        for (Fact fact : result.record().facts()) {
            if (fact instanceof Fact.About about) {
                List<String> of = buildingsOf(about).stream()
                        .filter(java.util.Objects::nonNull)
                        .toList();
                owners.put(key(about.subject()), of);
            }
        }
    }

    /** Those that the fact names beside its own subject. */
    private static List<String> buildingsOf(Fact.About about) {
        List<String> named = new ArrayList<>();
        if (about instanceof Fact.Pair pair) {
            named.add(pair.a());
            named.add(pair.b());
        } else if (about instanceof Fact.VolumePair pair) {
            named.add(pair.buildingA());
            named.add(pair.buildingB());
        } else if (about instanceof Fact.AreaElement element) {
            named.add(element.building());
        } else if (about instanceof Fact.BasementSide side) {
            named.add(side.building());
        } else if (about instanceof Fact.LadderArea area) {
            named.add(area.building());
        } else if (about instanceof Fact.Projection projection) {
            named.add(projection.building());
        } else if (about instanceof Fact.RoadEdge edge) {
            named.add(edge.building());
        } else if (about instanceof Fact.FireNeighbour neighbour) {
            named.add(neighbour.building());
        } else if (about instanceof Fact.SunlitDwelling dwelling) {
            named.add(dwelling.building());
        } else if (about instanceof Fact.SunlitRoom room) {
            named.add(room.building());
        }
        return named;
    }

    /** Its id; null where the finding is about none or several. */
    String building(Finding finding) {
        List<String> all = buildingsOf(finding);
        return all.size() == 1 ? all.get(0) : null;
    }

    private List<String> buildingsOf(Finding finding) {
        String own = buildings.building(finding);
        return own == null ? owners.getOrDefault(key(finding.subject()), List.of()) : List.of(own);
    }

    Optional<Place> of(Finding finding) {
        Geometry measured = measured(finding);
        if (measured != null) {
            // a distance to a control line gives the line away
            boolean secret = TO_LINES.contains(finding.subject().kind()) && !linesShown;
            if (!secret) {
                return Optional.of(new Place(measured, true));
            }
        }
        Geometry within = about(finding);
        return within == null || within.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(within.getInteriorPoint(), false));
    }

    private static Geometry measured(Finding finding) {
        Measure measure = Answer.of(finding).measure();
        Geometry shown = measure == null ? null : measure.evidence().geometry();
        return shown == null || shown.isEmpty() ? null : shown;
    }

    private Geometry about(Finding finding) {
        Subject subject = finding.subject();
        if (NOWHERE.contains(subject.kind()) || subject.notSupplied()) {
            return null;
        }
        Geometry own = outlines.stream()
                .filter(outline -> outline.id().equals(subject.id()) && shows(outline.kind(), subject.kind()))
                .map(Outline::geometry)
                .findFirst()
                .orElse(null);
        if (own != null) {
            return own;
        }
        List<String> all = buildingsOf(finding);
        List<Geometry> shapes = outlines.stream()
                .filter(outline -> outline.kind() == Kind.BUILDING || outline.kind() == Kind.NEIGHBOUR)
                .filter(outline -> all.contains(buildings.building(outline.id())))
                .map(Outline::geometry)
                .toList();
        if (!shapes.isEmpty()) {
            // of two buildings the point between them
            Geometry union = UnaryUnionOp.union(shapes);
            return all.size() > 1 ? union.getCentroid() : union;
        }
        List<Geometry> parcels = outlines.stream()
                .filter(outline -> outline.kind() == Kind.PARCEL)
                .map(Outline::geometry)
                .toList();
        return parcels.size() == 1 ? parcels.get(0) : null;
    }

    private static boolean shows(Kind outline, Subject.Kind subject) {
        return switch (subject) {
            case PARCEL -> outline == Kind.PARCEL || outline == Kind.ZONE;
            case VOLUME -> outline == Kind.BUILDING || outline == Kind.BASEMENT;
            case SIDE -> outline == Kind.SIDE;
            case ACCESS -> outline == Kind.ACCESS;
            case CONCENTRATED_GREEN -> outline == Kind.GREEN;
            case OPEN_LOT -> outline == Kind.PARKING;
            default -> false;
        };
    }

    private static String key(Subject subject) {
        return subject.kind() + "/" + subject.id();
    }
}
