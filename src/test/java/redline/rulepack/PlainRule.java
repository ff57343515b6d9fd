package redline.rulepack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import redline.fact.Fact;
import redline.requirement.Comparator;
import redline.scheme.Subject;

/**
 * Rules written twice: as DRL, and by hand in plain Java over a fully known world. The Java knows no three values, no order and
 * no index; it is what the engine is held against.
 */
record PlainRule(String id, String drl, BiConsumer<KnownWorld, Says> java) {
    /** One thing that a rule says in a known world. {@code bound}: a Double or a list of codes; null for other verbs. */
    record Said(
            String rule,
            String branch,
            Subject subject,
            Comparator comparator,
            Object bound,
            String lifts,
            String asks) {}

    /** Collects what one rule says. */
    static final class Says {
        private final String rule;
        private final List<Said> said;

        Says(String rule, List<Said> said) {
            this.rule = rule;
            this.said = said;
        }

        void require(String branch, Fact.About subject, Comparator comparator, Object bound) {
            said.add(new Said(rule, branch, subject.subject(), comparator, bound, null, null));
        }

        /** {@code lifts}: rule id, or rule id and branch as in {@code "a: b"}. */
        void exempt(String branch, Fact.About subject, String lifts) {
            said.add(new Said(rule, branch, subject.subject(), null, null, lifts, null));
        }

        void ask(String branch, Fact.About subject, String key) {
            said.add(new Said(rule, branch, subject.subject(), null, null, null, key));
        }
    }

    static List<Said> said(KnownWorld world) {
        List<Said> said = new ArrayList<>();
        ALL.forEach(rule -> rule.java.accept(world, new Says(rule.id, said)));
        return said;
    }

    static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        ALL.forEach(rule -> texts.put(rule.id, rule.drl));
        return texts;
    }

    static final List<PlainRule> ALL = List.of(
            new PlainRule(
                    "parcel-height",
                    """
                    rule "parcel-height: limit" when
                      $b : Building( $p : parcel )
                      Condition( site == $p, item == "BUILDING_HEIGHT", bound == "MAX", $v : value )
                    then require( $b, BUILDING_HEIGHT, AT_MOST, $v ); end
                    rule "parcel-height: beside a road" when
                      $b : Building( $p : parcel )
                      exists Side( parcel == $p, beyond == "ROAD" )
                    then exempt( $b, "limit" ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        w.conditions(b.parcel(), "BUILDING_HEIGHT", "MAX")
                                .forEach(c -> says.require("limit", b, Comparator.AT_MOST, c.value()));
                        if (w.sides().stream()
                                .anyMatch(s -> s.parcel().equals(b.parcel())
                                        && s.beyond().equals("ROAD"))) {
                            says.exempt("beside a road", b, "parcel-height: limit");
                        }
                    })),
            new PlainRule(
                    "local-height",
                    """
                    rule "local-height" when
                      $b : Building( storeys > 1, $s : storeys, useClass != "STORAGE" )
                      Parameter( name == "x", $x : value )
                    then require( $b, BUILDING_HEIGHT, AT_MOST, $x * $s ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (b.storeys() > 1 && !b.useClass().equals("STORAGE")) {
                            says.require("", b, Comparator.AT_MOST, w.x() * b.storeys());
                        }
                    })),
            new PlainRule(
                    "local-height-lift",
                    """
                    rule "local-height-lift: ask" when $b : Building( roof == "PITCHED", height > 1 )
                    then ask( $b, "eaves", "审查人员" ); end
                    rule "local-height-lift: single" when $b : Building( singleStorey == true )
                    then exempt( $b, "local-height" ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (b.roof().equals("PITCHED") && b.height() > 1) {
                            says.ask("ask", b, "eaves");
                        }
                        if (b.singleStorey()) {
                            says.exempt("single", b, "local-height");
                        }
                    })),
            new PlainRule(
                    "local-height-open",
                    """
                    rule "local-height-open" when
                      $b : Building( fireGrade == 1 )
                      Parameter( name == "without-a-row", $y : value )
                    then require( $b, BUILDING_HEIGHT, AT_MOST, $y ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (b.fireGrade() == 1) {
                            says.require(
                                    "", b, Comparator.AT_MOST, w.parameters().get("without-a-row"));
                        }
                    })),
            new PlainRule(
                    "parcel-setback",
                    """
                    rule "parcel-setback" when
                      $bs : BuildingSide( $i : side, $p : parcel )
                      Side( id == $i, $c : compass )
                      Condition( site == $p, item == "SETBACK", bound == "MIN", side in ( "ANY", $c ), $v : value )
                    then require( $bs, SETBACK, AT_LEAST, $v ); end
                    """,
                    (w, says) -> w.buildingSides()
                            .forEach(bs -> w.sidesOf(bs)
                                    .forEach(s -> w.conditions(bs.parcel(), "SETBACK", "MIN").stream()
                                            .filter(c -> c.side().equals("ANY")
                                                    || c.side().equals(s.compass()))
                                            .forEach(c -> says.require("", bs, Comparator.AT_LEAST, c.value()))))),
            new PlainRule(
                    "local-setback",
                    """
                    rule "local-setback: by class" when
                      $bs : BuildingSide( $i : side )
                      Side( id == $i, beyond == "ROAD", $r : road )
                      Road( id == $r, $c : roadClass )
                      RoadSetback( roadClass == $c, $v : setback )
                    then require( $bs, SETBACK, AT_LEAST, $v ); end
                    rule "local-setback: away from wide roads" when
                      $bs : BuildingSide( $i : side )
                      $s : Side( id == $i )
                      not Road( id == $s.road, width > 1 )
                    then exempt( $bs, "local-setback: by class" ); end
                    """,
                    (w, says) -> w.buildingSides()
                            .forEach(bs -> w.sidesOf(bs).forEach(s -> {
                                if (s.beyond().equals("ROAD")) {
                                    w.roads().stream()
                                            .filter(r -> r.id().equals(s.road()))
                                            .filter(r -> w.setbacks().containsKey(r.roadClass()))
                                            .forEach(r -> says.require(
                                                    "by class",
                                                    bs,
                                                    Comparator.AT_LEAST,
                                                    w.setbacks().get(r.roadClass())));
                                }
                                if (w.roads().stream().noneMatch(r -> r.id().equals(s.road()) && r.width() > 1)) {
                                    says.exempt("away from wide roads", bs, "local-setback: by class");
                                }
                            }))),
            new PlainRule(
                    "no-side",
                    """
                    rule "no-side" when
                      $b : Building( $i : id )
                      not BuildingSide( building == $i )
                      Parameter( name == "x", $x : value )
                    then require( $b, SPACING, AT_LEAST, $x ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (w.buildingSides().stream()
                                .noneMatch(bs -> bs.building().equals(b.id()))) {
                            says.require("", b, Comparator.AT_LEAST, w.x());
                        }
                    })),
            new PlainRule(
                    "not-both",
                    """
                    rule "not-both" when
                      $b : Building( $i : id, $h : height )
                      not ( BuildingSide( building == $i, $s : side ) and Side( id == $s, beyond == "ROAD" ) )
                    then require( $b, SPACING, AT_LEAST, $h ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (w.buildingSides().stream()
                                .filter(bs -> bs.building().equals(b.id()))
                                .flatMap(bs -> w.sidesOf(bs).stream())
                                .noneMatch(s -> s.beyond().equals("ROAD"))) {
                            says.require("", b, Comparator.AT_LEAST, b.height());
                        }
                    })),
            new PlainRule(
                    "not-one-without",
                    """
                    rule "not-one-without" when
                      $b : Building( $i : id )
                      not ( BuildingSide( building == $i, $s : side ) and not Side( id == $s, beyond == "ROAD" ) )
                    then require( $b, SPACING, AT_LEAST, 1 ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (w.buildingSides().stream()
                                .filter(bs -> bs.building().equals(b.id()))
                                .allMatch(bs -> w.sidesOf(bs).stream()
                                        .anyMatch(s -> s.beyond().equals("ROAD")))) {
                            says.require("", b, Comparator.AT_LEAST, 1.0);
                        }
                    })),
            new PlainRule(
                    "exists-both",
                    """
                    rule "exists-both" when
                      $b : Building( $i : id )
                      exists ( BuildingSide( building == $i, $s : side ) and Side( id == $s, compass in ( "N", "E" ) ) )
                      Parameter( name == "x", $x : value )
                    then require( $b, SPACING, AT_LEAST, $x + $x - 1 ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (w.buildingSides().stream()
                                .filter(bs -> bs.building().equals(b.id()))
                                .flatMap(bs -> w.sidesOf(bs).stream())
                                .anyMatch(s ->
                                        s.compass().equals("N") || s.compass().equals("E"))) {
                            says.require("", b, Comparator.AT_LEAST, w.x() + w.x() - 1);
                        }
                    })),
            new PlainRule(
                    "either-or",
                    """
                    rule "either-or" when
                      $p : Parcel( $i : id )
                      ( Condition( site == $i, item == "FAR", $v : value ) or Parameter( name == "x", $v : value ) )
                    then require( $p, FAR, AT_MOST, $v ); end
                    """,
                    (w, says) -> w.all(Fact.Parcel.class).forEach(p -> {
                        w.all(Fact.Condition.class).stream()
                                .filter(c -> c.site().equals(p.id()) && c.item().equals("FAR"))
                                .forEach(c -> says.require("", p, Comparator.AT_MOST, c.value()));
                        says.require("", p, Comparator.AT_MOST, w.x());
                    })),
            new PlainRule(
                    "taller-neighbour",
                    """
                    rule "taller-neighbour" when
                      $a : Building( $i : id, $h : height, $p : parcel )
                      Building( parcel == $p, id != $i, height - $h > $h - 1, $g : height )
                    then require( $a, SPACING, AT_LEAST, $g ); end
                    """,
                    (w, says) -> w.buildings()
                            .forEach(a -> w.buildings().stream()
                                    .filter(b -> b.parcel().equals(a.parcel())
                                            && !b.id().equals(a.id())
                                            && b.height() - a.height() > a.height() - 1)
                                    .forEach(b -> says.require("", a, Comparator.AT_LEAST, b.height())))),
            new PlainRule(
                    "same-grade",
                    """
                    rule "same-grade" when
                      $a : Building( $i : id, $g : fireGrade )
                      Building( id != $i, fireGrade == $g, $h : height )
                    then require( $a, SPACING, AT_LEAST, $h ); end
                    """,
                    (w, says) -> w.buildings()
                            .forEach(a -> w.buildings().stream()
                                    .filter(b -> b.fireGrade().equals(a.fireGrade()) && !b.id().equals(a.id()))
                                    .forEach(b -> says.require("", a, Comparator.AT_LEAST, b.height())))),
            new PlainRule(
                    "only-of-grade",
                    """
                    rule "only-of-grade" when
                      $a : Building( $i : id, $g : fireGrade )
                      not Building( id != $i, fireGrade == $g )
                    then require( $a, SPACING, AT_LEAST, 0 ); end
                    """,
                    (w, says) -> w.buildings().forEach(a -> {
                        if (w.buildings().stream()
                                .noneMatch(b -> b.fireGrade().equals(a.fireGrade()) && !b.id().equals(a.id()))) {
                            says.require("", a, Comparator.AT_LEAST, 0.0);
                        }
                    })),
            new PlainRule(
                    "logic",
                    """
                    rule "logic: negated" when
                      Parameter( name == "x", $x : value )
                      $b : Building( useClass not in ( "PUBLIC", "STORAGE" ), !( height > $x && storeys == 1 ) )
                    then require( $b, SPACING, AT_LEAST, $x ); end
                    rule "logic: tautology" when
                      $b : Building( height > storeys || height <= storeys )
                    then require( $b, SPACING, AT_LEAST, 1 ); end
                    rule "logic: inequality" when
                      $a : Building( $i : id, $u : useClass )
                      Building( id != $i, useClass != $u, standing in ( "EXISTING", "PENDING" ), $h : height )
                    then require( $a, SPACING, AT_LEAST, $h ); end
                    """,
                    (w, says) -> w.buildings().forEach(b -> {
                        if (b.useClass().equals("RESIDENTIAL") && !(b.height() > w.x() && b.storeys() == 1)) {
                            says.require("negated", b, Comparator.AT_LEAST, w.x());
                        }
                        says.require("tautology", b, Comparator.AT_LEAST, 1.0);
                        w.buildings().stream()
                                .filter(o -> !o.id().equals(b.id())
                                        && !o.useClass().equals(b.useClass())
                                        && !o.standing().equals("PROPOSED"))
                                .forEach(o -> says.require("inequality", b, Comparator.AT_LEAST, o.height()));
                    })),
            new PlainRule(
                    "parking",
                    """
                    rule "parking: by area" when
                      $p : Parcel( $i : id )
                      Condition( site == $i, item == "PARKING_MOTOR_PER_100M2", bound == "MIN", $r : value )
                      ParkingBase( site == $i, $a : floorArea )
                    then require( $p, PARKING_MOTOR, AT_LEAST_IN_TOTAL, $r * $a ); end
                    rule "parking: by dwelling" when
                      $p : Parcel( $i : id )
                      ParkingBase( site == $i, $d : dwellings )
                    then require( $p, PARKING_MOTOR, AT_LEAST_IN_TOTAL, $d ); end
                    rule "parking: none for green land" when
                      $p : Parcel( landUse == "1401" )
                    then exempt( $p, "by dwelling" ); end
                    """,
                    (w, says) -> w.all(Fact.Parcel.class).forEach(p -> {
                        for (Fact.ParkingBase base : w.all(Fact.ParkingBase.class)) {
                            if (base.site().equals(p.id())) {
                                w.conditions(p.id(), "PARKING_MOTOR_PER_100M2", "MIN")
                                        .forEach(c -> says.require(
                                                "by area",
                                                p,
                                                Comparator.AT_LEAST_IN_TOTAL,
                                                c.value() * base.floorArea()));
                                says.require("by dwelling", p, Comparator.AT_LEAST_IN_TOTAL, base.dwellings());
                            }
                        }
                        if (p.landUse().equals("1401")) {
                            says.exempt("none for green land", p, "parking: by dwelling");
                        }
                    })),
            new PlainRule(
                    "roof",
                    """
                    rule "roof" when
                      $b : Building( $p : parcel )
                      Condition( site == $p, item == "ROOF_FORM", $t : terms )
                    then require( $b, ROOF_FORM, ONE_OF, $t ); end
                    """,
                    (w, says) -> w.buildings()
                            .forEach(b -> w.all(Fact.Condition.class).stream()
                                    .filter(c -> c.site().equals(b.parcel())
                                            && c.item().equals("ROOF_FORM"))
                                    .forEach(c -> says.require(
                                            "", b, Comparator.ONE_OF, c.terms().codes())))),
            new PlainRule(
                    "no-trunk-road",
                    """
                    rule "no-trunk-road" when
                      $p : Parcel( area > 1 )
                      not Road( roadClass == "TRUNK" )
                      Parameter( name == "x", $x : value )
                    then require( $p, GREEN_RATIO, AT_LEAST, $x ); end
                    rule "no-trunk-road: no road at all" when
                      $p : Parcel()
                      not Road()
                    then exempt( $p, "no-trunk-road" ); end
                    """,
                    (w, says) -> w.all(Fact.Parcel.class).forEach(p -> {
                        if (p.area() > 1
                                && w.roads().stream()
                                        .noneMatch(r -> r.roadClass().equals("TRUNK"))) {
                            says.require("", p, Comparator.AT_LEAST, w.x());
                        }
                        if (w.roads().isEmpty()) {
                            says.exempt("no road at all", p, "no-trunk-road");
                        }
                    })),
            new PlainRule(
                    "some-or-none",
                    """
                    rule "some-or-none: some" when
                      $p : Parcel( $i : id )
                      exists ( Side( parcel == $i, beyond == "ROAD" ) or Condition( site == $i, bound == "MIN" ) )
                    then require( $p, FAR_FLOOR_AREA, AT_MOST, 1 ); end
                    rule "some-or-none: none" when
                      $p : Parcel( $i : id )
                      not ( Side( parcel == $i, compass == "N" ) or Condition( site == $i, bound == "MAX" ) )
                    then require( $p, FAR_FLOOR_AREA, AT_LEAST, 0 ); end
                    """,
                    (w, says) -> w.all(Fact.Parcel.class).forEach(p -> {
                        List<Fact.Side> sides = w.sides().stream()
                                .filter(s -> s.parcel().equals(p.id()))
                                .toList();
                        List<Fact.Condition> lines = w.all(Fact.Condition.class).stream()
                                .filter(c -> c.site().equals(p.id()))
                                .toList();
                        long ways = sides.stream()
                                        .filter(s -> s.beyond().equals("ROAD"))
                                        .limit(1)
                                        .count()
                                + lines.stream()
                                        .filter(c -> c.bound().equals("MIN"))
                                        .limit(1)
                                        .count();
                        for (int i = 0; i < ways; i++) {
                            says.require("some", p, Comparator.AT_MOST, 1.0);
                        }
                        if (sides.stream().noneMatch(s -> s.compass().equals("N"))
                                && lines.stream().noneMatch(c -> c.bound().equals("MAX"))) {
                            says.require("none", p, Comparator.AT_LEAST, 0.0);
                        }
                    })),
            new PlainRule(
                    "deep",
                    """
                    rule "deep" when
                      $p : Parcel( $i : id )
                      not ( Side( parcel == $i, $r : road ) and not Road( id == $r, roadClass == "BRANCH" )
                            and exists Condition( site == $i, bound == "MAX" ) )
                    then ask( $p, "depth", "审查人员" ); end
                    """,
                    (w, says) -> w.all(Fact.Parcel.class).forEach(p -> {
                        boolean bounded = w.all(Fact.Condition.class).stream()
                                .anyMatch(c ->
                                        c.site().equals(p.id()) && c.bound().equals("MAX"));
                        boolean found = w.sides().stream()
                                .filter(s -> s.parcel().equals(p.id()))
                                .anyMatch(s -> bounded
                                        && w.roads().stream()
                                                .noneMatch(r -> r.id().equals(s.road())
                                                        && r.roadClass().equals("BRANCH")));
                        if (!found) {
                            says.ask("", p, "depth");
                        }
                    })));
}
