package redline.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.scheme.Basis;
import redline.scheme.Declared;
import redline.scheme.Scheme;
import redline.scheme.Subject;

/**
 * 图表不一致: what the applicant's table declares against what was computed, at the declared number's own decimals. An indicator
 * that is itself the judged number (basis TABLE) is compared with nothing. The drawn area of a parcel is compared with the
 * contract's the same way.
 */
final class Indicators {
    private final Scheme scheme;
    private final Sites sites;
    private final List<Indicator> all = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    Indicators(Scheme scheme, Sites sites) {
        this.scheme = scheme;
        this.sites = sites;
    }

    List<Indicator> all() {
        return all;
    }

    List<Measure> measures() {
        return measures;
    }

    /** @param computed of the site, by item of the declared table; items not there were not computed */
    void compare(Site site, Map<String, Taken> computed) {
        if (site.kind() == Site.Kind.PARCEL && scheme.basis().footprints() == Basis.Source.DRAWING) {
            compareArea(site);
        }
        if (computed.isEmpty()) {
            return;
        }
        if (scheme.declared() == null) {
            if (site.kind() == Site.Kind.PARCEL) {
                Place table = Place.layer("declared", "技术经济指标表", "declared indicators");
                notSupplied(site, List.of(table.missing()));
            }
            return;
        }
        Trace<Declared> row = sites.declaredFor(site, scheme.declared());
        boolean unsited = scheme.declared().stream().anyMatch(declared -> declared.site() == null);
        if (!row.isKnown()) {
            if (unsited) {
                notSupplied(site, row.missing());
            }
            return;
        }
        Place place = Sites.declaredPlace(site);
        Lacking lacking = new Lacking();
        computed.forEach((item, taken) -> {
            Text title = title(item);
            BigDecimal declared = lacking.need(declared(row.value(), item), place.lacks(item, title.zh(), title.en()));
            if (declared != null) {
                add(site, item, difference(declared, taken));
            }
        });
        if (lacking.isAny()) {
            notSupplied(site, lacking.list());
        }
    }

    /** What is not known of the sites themselves may hide indicators of theirs. */
    void notSupplied(List<Site> sitesOfScheme) {
        Basis basis = scheme.basis();
        boolean compares = Stream.of(basis.footprints(), basis.floorAreas(), basis.green(), basis.parking())
                .anyMatch(source -> source != Basis.Source.TABLE);
        for (Site site : sitesOfScheme) {
            if (site.isSupplied() || !compares) {
                continue;
            }
            List<Missing> lacks = List.of(site.place().missing());
            if (site.kind() == Site.Kind.PARCEL) {
                all.add(new Indicator(null, Names.notSupplied(Subject.Kind.INDICATOR), null, null, lacks));
            } else if (scheme.declared() != null
                    && !scheme.declared().stream().allMatch(row -> isOfParcel(row, sitesOfScheme))) {
                Subject subject = Names.notSupplied(
                        Subject.Kind.INDICATOR,
                        site.parent() + "/zones",
                        site.subject().name());
                all.add(new Indicator(null, subject, null, null, lacks));
            }
        }
    }

    private static boolean isOfParcel(Declared row, List<Site> sitesOfScheme) {
        return sitesOfScheme.stream()
                .anyMatch(site -> site.kind() == Site.Kind.PARCEL && site.id().equals(row.site()));
    }

    private void compareArea(Site site) {
        Lacking lacking = new Lacking();
        BigDecimal contract = lacking.need(Sites.areaOf(site));
        Polygon boundary = site.parcel().boundary();
        boolean drawn = boundary != null && !boundary.isEmpty();
        BigDecimal area =
                lacking.need(drawn ? Frame.area(boundary) : null, site.place().lacks("boundary", "用地红线", "boundary"));
        Taken taken = lacking.isAny()
                ? Taken.unknown(lacking.list())
                : difference(contract, Taken.amount(area, Provenance.COMPUTED, boundary, List.of()));
        add(site, "area", taken);
    }

    private void add(Site site, String item, Taken difference) {
        Text name = site.subject().name();
        Text title = title(item);
        String id = site.id() + "/" + item;
        Subject subject = new Subject(
                Subject.Kind.INDICATOR, id, new Text(name.zh() + " " + title.zh(), name.en() + " " + title.en()));
        all.add(new Indicator(id, subject, site.id(), item, List.of()));
        measures.add(difference.of(Quantity.DECLARED_DIFFERENCE, subject));
    }

    private void notSupplied(Site site, List<Missing> lacks) {
        Subject subject = Names.notSupplied(
                Subject.Kind.INDICATOR, site.id(), Sites.declaredPlace(site).name());
        all.add(new Indicator(null, subject, site.id(), null, lacks));
    }

    private static Taken difference(BigDecimal declared, Taken computed) {
        if (!(computed.reading() instanceof Reading.Known known)) {
            return computed;
        }
        int decimals = Math.max(declared.scale(), 0);
        BigDecimal rounded = known.value() instanceof Value.Ratio ratio
                ? ratio.numerator().divide(ratio.denominator(), decimals, RoundingMode.HALF_UP)
                : ((Value.Amount) known.value()).number().setScale(decimals, RoundingMode.HALF_UP);
        List<String> formula = List.of("|" + rounded.toPlainString() + " − " + declared.toPlainString() + "|");
        return Taken.amount(
                rounded.subtract(declared).abs(),
                known.provenance(),
                computed.evidence().geometry(),
                formula);
    }

    private static BigDecimal declared(Declared row, String item) {
        return switch (item) {
            case "far" -> row.far();
            case "farFloorArea" -> row.farFloorArea();
            case "floorAreaAbove" -> row.floorAreaAbove();
            case "floorAreaBelow" -> row.floorAreaBelow();
            case "commercialArea" -> row.commercialArea();
            case "footprint" -> row.footprint();
            case "density" -> row.density();
            case "greenArea" -> row.greenArea();
            case "greenRatio" -> row.greenRatio();
            case "motorSpaces" -> row.motorSpaces();
            case "nonMotorSpaces" -> row.nonMotorSpaces();
            case "dwellings" -> row.dwellings();
            default -> throw new IllegalArgumentException(item);
        };
    }

    private static Text title(String item) {
        return switch (item) {
            case "area" -> new Text("用地面积", "site area");
            case "far" -> Quantity.FAR.title();
            case "farFloorArea" -> Quantity.FAR_FLOOR_AREA.title();
            case "floorAreaAbove" -> Quantity.FLOOR_AREA_ABOVE.title();
            case "floorAreaBelow" -> Quantity.FLOOR_AREA_BELOW.title();
            case "commercialArea" -> Quantity.COMMERCIAL_AREA.title();
            case "footprint" -> new Text("建筑基底面积", "footprint area");
            case "density" -> Quantity.BUILDING_DENSITY.title();
            case "greenArea" -> new Text("绿地面积", "green area");
            case "greenRatio" -> Quantity.GREEN_RATIO.title();
            case "motorSpaces" -> Quantity.PARKING_MOTOR.title();
            case "nonMotorSpaces" -> Quantity.PARKING_NON_MOTOR.title();
            case "dwellings" -> new Text("居住户数", "dwellings");
            default -> throw new IllegalArgumentException(item);
        };
    }
}
