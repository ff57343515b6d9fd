package redline.fact;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import redline.measure.Missing;
import redline.measure.Relation;
import redline.measure.Trace;
import redline.scheme.Volume;

/** Which stated face of a volume looks to a side of the parcel: the one whose middle lies nearest to the side. */
final class FacesToSides {
    private FacesToSides() {}

    /** MAIN or GABLE. */
    static Trace<String> kind(Relation.VolumeSide r) {
        Trace<Volume.Face> face = face(r);
        return face.isKnown() ? Trace.of(Facts.name(face.value().kind()), lacks(r)) : Trace.unknown(face.missing());
    }

    /** Length of that face, m. */
    static Trace<java.math.BigDecimal> width(Relation.VolumeSide r) {
        return face(r).map(face -> redline.measure.Survey.lengthOf(face.line()));
    }

    private static Missing lacks(Relation.VolumeSide r) {
        return r.volume().place().lacks("faces", "主要朝向面与山墙面", "main faces and gables");
    }

    private static Trace<Volume.Face> face(Relation.VolumeSide r) {
        if (r.volume() == null || r.side() == null) {
            return Trace.unknown(r.lacks());
        }
        List<Volume.Face> faces = r.volume().volume().faces();
        LineString side = r.side().line();
        boolean known = faces != null
                && !faces.isEmpty()
                && faces.stream()
                        .allMatch(face -> face.line() != null && !face.line().isEmpty());
        if (!known || side == null || side.isEmpty()) {
            return Trace.unknown(List.of(lacks(r)));
        }
        // In whichever order the faces are stated: of equally near ones a main face, then the longer.
        Volume.Face nearest = faces.stream()
                .min(Comparator.comparing((Volume.Face face) -> distance(face, side))
                        .thenComparing(Volume.Face::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(face -> -face.line().getLength()))
                .orElseThrow();
        return Trace.known(nearest);
    }

    /** To the millimetre: more than the noise of moving a scheme, and less than what tells two faces apart. */
    private static double distance(Volume.Face face, LineString side) {
        Point middle = face.line().getCentroid();
        return Math.round(middle.distance(side) * 1e3) / 1e3;
    }
}
