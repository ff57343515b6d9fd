package redline.intake.gis;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import redline.quantity.Text;

/** Carries shapes from one CRS into another; x is east or longitude (degrees) on both sides. */
public final class Reprojection {
    private final Crs from;
    private final Crs to;
    private final CoordinateTransform transform;

    private Reprojection(Crs from, Crs to) {
        this.from = from;
        this.to = to;
        this.transform = from.equals(to)
                ? null
                : new CoordinateTransformFactory()
                        .createTransform(Register.find(from.epsg()), Register.find(to.epsg()));
    }

    /** @return null where one of the two is not in the register */
    public static Reprojection between(Crs from, Crs to) {
        return from.known() && to.known() ? new Reprojection(from, to) : null;
    }

    /**
     * How far the result may be trusted.
     *
     * @return null where both are of the datum CGCS2000
     */
    public Text remark() {
        Datum one = Datum.of(from);
        Datum other = Datum.of(to);
        if (one == other && one != Datum.OTHER || from.equals(to)) {
            return null;
        }
        if (one == Datum.WGS84 && other == Datum.CGCS2000 || one == Datum.CGCS2000 && other == Datum.WGS84) {
            return new Text(
                    from + " 按与 " + to + " 的基准重合换算；两者相差在米以内，测绘成果请用 CGCS2000",
                    from + " is taken as if its datum were that of " + to
                            + "; they differ by less than a metre, a survey should be in CGCS2000");
        }
        return new Text(
                from + " 与 " + to + " 的基准不同，没有当地转换参数，平面位置可能差几米到上百米",
                from + " and " + to
                        + " have different datums and no local parameters are at hand; positions may be metres to a hundred metres off");
    }

    private enum Datum {
        CGCS2000,
        WGS84,
        OTHER;

        static Datum of(Crs crs) {
            int epsg = crs.epsg();
            if (epsg == 4490 || epsg >= 4491 && epsg <= 4554) {
                return CGCS2000;
            }
            boolean wgs84 =
                    epsg == 4326 || epsg == 3857 || epsg > 32600 && epsg <= 32660 || epsg > 32700 && epsg <= 32760;
            return wgs84 ? WGS84 : OTHER;
        }
    }

    /**
     * A copy in the other CRS.
     *
     * @return null where a corner cannot be projected: it lies too far outside the CRS
     */
    public Geometry apply(Geometry shape) {
        Geometry copy = shape.copy();
        if (transform == null) {
            return copy;
        }
        Filter filter = new Filter();
        copy.apply(filter);
        copy.geometryChanged();
        return filter.failed ? null : copy;
    }

    private final class Filter implements CoordinateSequenceFilter {
        private final ProjCoordinate source = new ProjCoordinate();
        private final ProjCoordinate target = new ProjCoordinate();
        private boolean failed;

        @Override
        public void filter(CoordinateSequence sequence, int i) {
            source.setValue(sequence.getX(i), sequence.getY(i));
            try {
                transform.transform(source, target);
                failed |= !Double.isFinite(target.x + target.y);
            } catch (Proj4jException outside) {
                failed = true;
            }
            sequence.setOrdinate(i, 0, target.x);
            sequence.setOrdinate(i, 1, target.y);
        }

        @Override
        public boolean isDone() {
            return failed;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    }
}
