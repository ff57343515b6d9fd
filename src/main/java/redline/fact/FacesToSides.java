package redline.fact;

import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import redline.measure.Missing;
import redline.measure.PlacedVolume;
import redline.measure.Relation;
import redline.measure.Trace;
import redline.scheme.Volume;

/** Which stated face of a volume looks to a side of the parcel or a control line: the one whose middle lies nearest to it. */
final class FacesToSides {
    private FacesToSides() {}

    /** MAIN or GABLE. */
    static Trace<String> kind(Relation.VolumeSide r) {
        return kind(face(r), r.volume());
    }

    /** MAIN or GABLE. */
    static Trace<String> kind(Relation.VolumeLine r) {
        Geometry line = r.line() == null ? null : r.line().geometry();
        return kind(r.line() == null ? Trace.unknown(r.lacks()) : face(r.volume(), line, r.lacks()), r.volume());
    }

    private static Trace<String> kind(Trace<Volume.Face> face, PlacedVolume volume) {
        return face.isKnown()
                ? Trace.of(Facts.name(face.value().kind()), lacks(volume))
                : Trace.unknown(face.missing());
    }

    /** Length of that face, m. */
    static Trace<java.math.BigDecimal> width(Relation.VolumeSide r) {
        return face(r).map(face -> redline.measure.Survey.lengthOf(face.line()));
    }

    private static Missing lacks(PlacedVolume volume) {
        return volume.place().lacks("faces", "主要朝向面与山墙面", "main faces and gables");
    }

    private static Trace<Volume.Face> face(Relation.VolumeSide r) {
        return r.side() == null
                ? Trace.unknown(r.lacks())
                : face(r.volume(), r.side().line(), r.lacks());
    }

    private static Trace<Volume.Face> face(PlacedVolume volume, Geometry line, List<Missing> lacks) {
        if (volume == null) {
            return Trace.unknown(lacks);
        }
        List<Volume.Face> faces = volume.volume().faces();
        boolean known = faces != null
                && !faces.isEmpty()
                && faces.stream()
                        .allMatch(face -> face.line() != null && !face.line().isEmpty());
        if (!known || line == null || line.isEmpty()) {
            return Trace.unknown(List.of(lacks(volume)));
        }
        // In whichever order the faces are stated: of equally near ones a main face, then the longer.
        Volume.Face nearest = faces.stream()
                .min(Comparator.comparing((Volume.Face face) -> distance(face, line))
                        .thenComparing(Volume.Face::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(face -> -face.line().getLength()))
                .orElseThrow();
        return Trace.known(nearest);
    }

    /** To the millimetre: more than the noise of moving a scheme, and less than what tells two faces apart. */
    private static double distance(Volume.Face face, Geometry line) {
        Point middle = face.line().getCentroid();
        return Math.round(middle.distance(line) * 1e3) / 1e3;
    }
}
