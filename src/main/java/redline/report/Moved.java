package redline.report;

import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import redline.fact.Outline;
import redline.fact.Outline.Kind;
import redline.fact.SchemeRecord;

/** What an earlier round had drawn where the present one has nothing of the kind. */
final class Moved {
    private static final Set<Kind> COMPARED = Set.of(
            Kind.PARCEL,
            Kind.ZONE,
            Kind.ROAD,
            Kind.CONTROL_LINE,
            Kind.BUILDING,
            Kind.BASEMENT,
            Kind.GREEN,
            Kind.PARKING);
    /** m; drawings written twice by a CAD differ by less. */
    private static final double SAME = 0.001;

    private Moved() {}

    /** @param earlier null for none */
    static List<Outline> outlines(SchemeRecord earlier, SchemeRecord present) {
        if (earlier == null) {
            return List.of();
        }
        return earlier.outlines().stream()
                .filter(old -> COMPARED.contains(old.kind()))
                .filter(old -> present.outlines().stream()
                        .noneMatch(now -> now.kind() == old.kind() && same(old.geometry(), now.geometry())))
                .toList();
    }

    private static boolean same(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                && a.norm().equalsExact(b.norm(), SAME);
    }
}
