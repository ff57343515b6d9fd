package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.scheme.Basis;
import redline.scheme.Declared;
import redline.scheme.Green;
import redline.scheme.Scheme;

/** 绿地率: green areas × the share of each that counts, over the site area. */
final class Greens {
    private final Scheme scheme;
    private final Sites sites;

    Greens(Scheme scheme, Sites sites) {
        this.scheme = scheme;
        this.sites = sites;
    }

    Taken of(Site site) {
        if (scheme.basis().green() != Basis.Source.TABLE) {
            return counted(site).over(Sites.areaOf(site));
        }
        Trace<Declared> row = sites.declaredFor(site, scheme.declared());
        return Taken.declared(
                row.isKnown()
                        ? Trace.of(
                                row.value().greenRatio(),
                                Sites.declaredPlace(site).lacks("greenRatio", "绿地率", "green ratio"))
                        : Trace.unknown(row.missing()));
    }

    /** Green area that counts, m². */
    Taken counted(Site site) {
        if (scheme.greens() == null) {
            return Taken.unknown(Place.layer("greens", "绿地", "green areas").missing());
        }
        boolean drawn = scheme.basis().green() == Basis.Source.DRAWING;
        Lacking lacking = new Lacking();
        BigDecimal total = BigDecimal.ZERO;
        List<String> formula = new ArrayList<>();
        List<Polygon> shapes = new ArrayList<>();
        for (Green green : scheme.greens()) {
            Place place = Place.of("greens", green.id(), new Text("绿地 " + green.id(), "green area " + green.id()));
            Trace<Boolean> here = sites.belongs(site, green.parcel(), place);
            if (Boolean.FALSE.equals(here.value())) {
                continue;
            }
            lacking.need(here);
            BigDecimal share = lacking.need(green.coefficient(), place.lacks("coefficient", "折算系数", "coefficient"));
            BigDecimal area = lacking.need(
                    drawn
                            ? Shapes.area(green.outline(), place)
                            : Trace.of(green.area(), place.lacks("area", "面积", "area")));
            if (share != null && area != null) {
                total = total.add(area.multiply(share));
                formula.add(green.id() + ": " + Numbers.squareMetres(area) + " × " + Numbers.plain(share));
            }
            if (drawn && area != null) {
                shapes.add(green.outline());
            }
        }
        return lacking.isAny()
                ? Taken.unknown(lacking.list())
                : Taken.amount(
                        total, drawn ? Provenance.COMPUTED : Provenance.RECOMPUTED, Shapes.together(shapes), formula);
    }
}
