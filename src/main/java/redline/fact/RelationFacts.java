package redline.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import redline.measure.Gaps;
import redline.measure.Indicator;
import redline.measure.Missing;
import redline.measure.ParkingBase;
import redline.measure.PlacedBuilding;
import redline.measure.PlacedVolume;
import redline.measure.Relation;
import redline.measure.Survey;
import redline.measure.Trace;
import redline.scheme.Gap;
import redline.scheme.Layer;
import redline.scheme.Side;

/** Facts of what stands beside what, of declared indicators, and of what parking is counted from. */
final class RelationFacts {
    private final Survey survey;
    private final Absences absences;

    RelationFacts(Survey survey, Absences absences) {
        this.survey = survey;
        this.absences = absences;
    }

    List<Fact> relations() {
        return survey.relations().stream().map(this::fact).toList();
    }

    private Fact fact(Relation relation) {
        if (relation instanceof Relation.BuildingSide side) {
            return fact(side);
        }
        if (relation instanceof Relation.VolumeSide side) {
            return fact(side);
        }
        if (relation instanceof Relation.VolumeLine line) {
            return fact(line);
        }
        if (relation instanceof Relation.Pair pair) {
            return fact(pair);
        }
        if (relation instanceof Relation.BasementSide side) {
            return fact(side);
        }
        if (relation instanceof Relation.AccessPoint point) {
            return fact(point);
        }
        if (relation instanceof Relation.SiteArea area) {
            return fact(area);
        }
        return relation instanceof Relation.FacilityItem item ? fact(item) : fact((Relation.VolumePair) relation);
    }

    private Fact fact(Relation.BuildingSide r) {
        Absences.Of row = row("BuildingSide", r);
        return new Fact.BuildingSide(
                r.id(),
                r.subject(),
                id(r.building()),
                id(r.side()),
                row.take("parcel", parcel(r.building(), r.side(), r)),
                Facts.number(row.take("distance", survey.setback(r))));
    }

    private Fact fact(Relation.VolumeSide r) {
        Absences.Of row = row("VolumeSide", r);
        return new Fact.VolumeSide(
                r.id(),
                r.subject(),
                id(r.volume()),
                id(r.building()),
                id(r.side()),
                row.take("parcel", parcel(r.building(), r.side(), r)),
                row.take("face", FacesToSides.kind(r)),
                Facts.number(row.take("faceWidth", FacesToSides.width(r))),
                Facts.number(row.take("distance", survey.setback(r))));
    }

    private Fact fact(Relation.BasementSide r) {
        Absences.Of row = row("BasementSide", r);
        return new Fact.BasementSide(
                r.id(),
                r.subject(),
                id(r.volume()),
                id(r.building()),
                id(r.side()),
                row.take("parcel", parcel(r.building(), r.side(), r)),
                Facts.number(row.take("depth", depth(r))));
    }

    /** From the outdoor ground to the bottom of the basement. */
    private static Trace<BigDecimal> depth(Relation.BasementSide r) {
        if (r.volume() == null) {
            return Trace.unknown(r.lacks());
        }
        BigDecimal ground = r.building().building().ground();
        BigDecimal bottom = r.volume().volume().bottom();
        List<Missing> missing = new ArrayList<>();
        if (ground == null) {
            missing.add(r.building().place().lacks("ground", "室外设计地面标高", "outdoor ground level"));
        }
        if (bottom == null) {
            missing.add(r.volume().place().lacks("bottom", "底标高", "bottom elevation"));
        }
        return missing.isEmpty() ? Trace.known(ground.subtract(bottom)) : Trace.unknown(missing);
    }

    private Fact fact(Relation.AccessPoint r) {
        Absences.Of row = row("AccessPoint", r);
        return new Fact.AccessPoint(
                r.id(),
                r.subject(),
                r.access() == null ? null : r.access().id(),
                r.point() == null ? null : r.point().id(),
                row.take("parcel", r.access() == null ? Trace.unknown(r.lacks()) : survey.parcelOf(r.access())));
    }

    private Fact fact(Relation.SiteArea r) {
        row("SiteArea", r);
        return new Fact.SiteArea(r.id(), r.subject(), r.parcel(), r.kind());
    }

    private Fact fact(Relation.FacilityItem r) {
        row("FacilityItem", r);
        return new Fact.FacilityItem(r.id(), r.subject(), r.site(), r.kind());
    }

    /** That of the building, else that of the side. */
    private Trace<String> parcel(PlacedBuilding building, Side side, Relation relation) {
        if (building != null && building.parcel().isKnown()) {
            return building.parcel();
        }
        if (side != null) {
            return survey.parcelOf(side);
        }
        return building != null ? building.parcel() : Trace.unknown(relation.lacks());
    }

    private Fact fact(Relation.VolumeLine r) {
        Absences.Of row = row("VolumeLine", r);
        Trace<String> kind = r.line() == null
                ? Trace.unknown(r.lacks())
                : Trace.of(Facts.name(r.line().kind()), Survey.placeOf(r.line()).lacks("kind", "控制线类型", "kind"));
        return new Fact.VolumeLine(
                r.id(),
                r.subject(),
                id(r.volume()),
                id(r.building()),
                r.line() == null ? null : r.line().id(),
                row.take("kind", kind),
                row.take("face", FacesToSides.kind(r)));
    }

    private Fact fact(Relation.Pair r) {
        Absences.Of row = row("Pair", r);
        return new Fact.Pair(
                r.id(),
                r.subject(),
                id(r.a()),
                id(r.b()),
                row.take("parcel", r.a() == null ? Trace.unknown(r.lacks()) : r.a().parcel()),
                row.take("sideOfB", r.facing().sideOfB().map(Enum::name)),
                row.take(
                        "sideOfA",
                        r.facing().sideOfB().map(side -> side.opposite().name())),
                row.take("facing", r.facing().faces()),
                row.take("overlap", r.facing().overlap().map(BigDecimal::doubleValue)));
    }

    private Fact fact(Relation.VolumePair r) {
        Absences.Of row = row("VolumePair", r);
        return new Fact.VolumePair(
                r.id(),
                r.subject(),
                id(r.a()),
                id(r.b()),
                id(r.buildingA()),
                id(r.buildingB()),
                row.take("roleA", r.a() == null ? Trace.unknown(r.lacks()) : BuildingFacts.role(r.a())),
                row.take("roleB", r.b() == null ? Trace.unknown(r.lacks()) : BuildingFacts.role(r.b())),
                row.take("useClassA", of(r.buildingA(), r, BuildingFacts::useClass)),
                row.take("useClassB", of(r.buildingB(), r, BuildingFacts::useClass)),
                row.take("singleStoreyA", of(r.buildingA(), r, BuildingFacts::singleStorey)),
                row.take("singleStoreyB", of(r.buildingB(), r, BuildingFacts::singleStorey)),
                row.take("heightA", of(r.buildingA(), r, b -> survey.height(b).map(BigDecimal::doubleValue))),
                row.take("heightB", of(r.buildingB(), r, b -> survey.height(b).map(BigDecimal::doubleValue))),
                row.take(
                        "fireGradeA",
                        of(r.buildingA(), r, BuildingFacts::fireGrade).map(Integer::doubleValue)),
                row.take(
                        "fireGradeB",
                        of(r.buildingB(), r, BuildingFacts::fireGrade).map(Integer::doubleValue)),
                row.take(
                        "fireWall",
                        Gaps.attribute(
                                r.gaps(),
                                gap -> Facts.name(gap.fireWall()),
                                "fireWall",
                                "相对外墙是否为防火墙",
                                "which facing wall is a fire wall")),
                row.take(
                        "wallsNonCombustible",
                        Gaps.attribute(
                                r.gaps(),
                                Gap::wallsNonCombustible,
                                "wallsNonCombustible",
                                "相邻外墙是否不燃",
                                "whether the walls are non-combustible")),
                row.take(
                        "combustibleEaves",
                        Gaps.attribute(
                                r.gaps(),
                                Gap::combustibleEaves,
                                "combustibleEaves",
                                "有无可燃屋檐",
                                "whether there are combustible eaves")),
                row.take(
                        "openingsFacing",
                        Gaps.attribute(
                                r.gaps(),
                                Gap::openingsFacing,
                                "openingsFacing",
                                "门窗洞口是否正对",
                                "whether openings face each other")),
                Facts.number(row.take(
                        "openingShare",
                        Gaps.attribute(r.gaps(), Gap::openingShare, "openingShare", "洞口面积比例", "share of openings"))),
                row.take(
                        "lowerRoofRated",
                        Gaps.attribute(
                                r.gaps(),
                                Gap::lowerRoofRated,
                                "lowerRoofRated",
                                "较低一座屋顶耐火极限",
                                "fire rating of the lower roof")));
    }

    private static <T> Trace<T> of(
            PlacedBuilding building,
            Relation relation,
            java.util.function.Function<PlacedBuilding, Trace<T>> property) {
        return building == null ? Trace.unknown(relation.lacks()) : property.apply(building);
    }

    private Absences.Of row(String type, Relation relation) {
        Absences.Of row = absences.of(type, relation.id(), relation.subject().id());
        if (relation.id() == null) {
            row.notSupplied(relation.lacks());
        }
        return row;
    }

    List<Fact> indicators() {
        List<Fact> facts = new ArrayList<>();
        for (Indicator indicator : survey.indicators()) {
            if (indicator.id() == null) {
                absences.of("Indicator", null, indicator.subject().id()).notSupplied(indicator.lacks());
            }
            facts.add(new Fact.Indicator(indicator.id(), indicator.subject(), indicator.site(), indicator.item()));
        }
        return facts;
    }

    List<Fact> parkingBases() {
        List<Fact> facts = new ArrayList<>();
        boolean tabled = survey.scheme().basis().written().contains(Layer.PARKING_NEEDS);
        for (ParkingBase base : survey.parkingBases()) {
            String id = base.use() == null ? null : base.site() + "/" + base.use();
            Absences.Of row = absences.of("ParkingBase", id, "?");
            if (id == null) {
                row.notSupplied(base.lacks());
            }
            facts.add(new Fact.ParkingBase(
                    id,
                    base.site(),
                    base.use(),
                    Facts.number(row.take("floorArea", base.floorArea())),
                    Facts.number(row.take("dwellings", base.dwellings())),
                    tabled));
        }
        if (survey.scheme().parcels() == null) {
            List<Missing> parcels = List.of(survey.sites().get(0).place().missing());
            absences.of("ParkingBase", null, "?").notSupplied(parcels);
            facts.add(new Fact.ParkingBase(null, null, null, null, null, tabled));
        }
        return facts;
    }

    private static String id(PlacedBuilding building) {
        return building == null ? null : building.id();
    }

    private static String id(PlacedVolume volume) {
        return volume == null ? null : volume.id();
    }

    private static String id(Side side) {
        return side == null ? null : side.id();
    }
}
