package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static redline.rulepack.Fixture.building;
import static redline.rulepack.Fixture.condition;
import static redline.rulepack.Fixture.demands;
import static redline.rulepack.Fixture.parameter;
import static redline.rulepack.Fixture.parcel;
import static redline.rulepack.Fixture.record;
import static redline.rulepack.Fixture.setback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redline.fact.Fact;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Exemption;
import redline.requirement.Requirement;
import redline.requirement.Yielding;
import redline.scheme.Subject;

/** What a program demands of small schemes, whole. */
class RuleProgramTest {
    private static final String HEIGHT_OF_LETTER = """
            rule "parcel-height" when
              $b : Building( $p : parcel )
              Condition( site == $p, item == "BUILDING_HEIGHT", bound == "MAX", $v : value )
            then require( $b, BUILDING_HEIGHT, AT_MOST, $v ); end
            """;
    private static final String LOCAL_HEIGHT = """
            rule "local-height" when
              $b : Building( useClass == "RESIDENTIAL" )
              Parameter( name == "local/limit", $v : value )
            then require( $b, BUILDING_HEIGHT, AT_MOST, $v ); end
            """;

    private static final Fact BUILDING = building("1#", "P", "RESIDENTIAL", 20.0, 6.0);

    /** One line a demand: what is required, asked, noted, yielded to, or why nothing is. */
    private static List<String> told(List<Demand> demands) {
        return demands.stream()
                .map(d -> d.rule().id() + " " + d.subject().id() + ":"
                        + d.requirements().stream()
                                .map(r -> " " + told(r))
                                .sorted()
                                .collect(Collectors.joining())
                        + d.questions().stream()
                                .map(q -> " ask " + q.key() + told(q.certainty()))
                                .collect(Collectors.joining())
                        + d.notes().stream().map(n -> " note " + n.zh()).collect(Collectors.joining())
                        + (d.yielding() == null
                                ? ""
                                : " yields to " + d.yielding().to()
                                        + told(d.yielding().certainty()))
                        + (d.because() == null ? "" : " because " + d.because().en()))
                .toList();
    }

    private static String told(Requirement requirement) {
        Value value = requirement.bound().value();
        return requirement.bound().comparator().sign()
                + (value == null
                        ? "?"
                        : value instanceof Value.Amount amount
                                ? amount.number().toPlainString()
                                : ((Value.Terms) value).codes().toString())
                + told(requirement.certainty())
                + (requirement.exemption() == null
                        ? ""
                        : " lifted by " + requirement.exemption().by()
                                + told(requirement.exemption().certainty()));
    }

    private static String told(Certainty certainty) {
        return certainty instanceof Certainty.Possible possible
                ? " if " + possible.missing().stream().map(m -> m.path()).toList()
                : "";
    }

    @Test
    void a_certain_bound_stands_with_its_article() {
        RuleProgram program = Fixture.program("parcel-height", HEIGHT_OF_LETTER);
        Demand demand = demands(program, record(BUILDING, condition("3", "P", "BUILDING_HEIGHT", "MAX", 12.0)))
                .get(0);
        assertThat(demand)
                .isEqualTo(new Demand(
                        Fixture.infos(program).get("parcel-height"),
                        new Subject(Subject.Kind.BUILDING, "1#", redline.quantity.Text.same("1#")),
                        List.of(new Requirement(
                                "",
                                new Bound(Comparator.AT_MOST, Value.Amount.of("12")),
                                Certainty.CERTAIN,
                                null,
                                List.of(new Citation(
                                        "L", Text.same("规划条件"), "第3条", redline.requirement.Grade.OFFICIAL)))),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        List.of()));
    }

    @Test
    void what_is_missing_of_a_condition_makes_its_bound_possible_and_names_it() {
        RuleProgram program = Fixture.program("parcel-height", HEIGHT_OF_LETTER);
        assertThat(told(demands(
                        program,
                        record(
                                BUILDING,
                                condition("1", "P", "BUILDING_HEIGHT", "MAX", 12.0),
                                condition("2", "P", "BUILDING_HEIGHT", null, 10.0),
                                condition("3", "P", "BUILDING_HEIGHT", "MAX", null),
                                condition("4", null, null, "MAX", 10.0),
                                condition("5", "P", "BUILDING_HEIGHT", null, 12.0)))))
                .containsExactly("parcel-height 1#: ≤10 if [Condition[2].bound, Condition[4].item, Condition[4].site]"
                        + " ≤12 ≤? if [Condition[3].value]");
    }

    @Test
    void a_layer_that_was_not_supplied_makes_a_rule_possible_and_a_negation_uncertain() {
        RuleProgram program = Fixture.program("far-from-roads", """
                rule "far-from-roads" when $p : Parcel( area > 1 ) not Road( roadClass == "TRUNK" )
                then require( $p, GREEN_RATIO, AT_LEAST, 0 ); end
                """);
        Fact.Road absent = new Fact.Road(null, null, null);
        assertThat(told(demands(program, record(parcel("P", "07", 100.0), absent))))
                .containsExactly("far-from-roads P: ≥0 if [roads]");
        assertThat(told(demands(program, record(parcel("P", "07", 100.0))))).containsExactly("far-from-roads P: ≥0");
        assertThat(told(demands(program, record(parcel("P", "07", 100.0), new Fact.Road("R", "TRUNK", 24.0)))))
                .containsExactly("far-from-roads P: because an exception holds: there is a road (road class is TRUNK)");
    }

    @Test
    void a_fact_that_may_be_there_counts_as_not_supplied() {
        RuleProgram program = Fixture.program("no-height", """
                rule "no-height" when $b : Building( $p : parcel )
                  not Condition( site == $p, item == "BUILDING_HEIGHT" )
                then ask( $b, "unbounded", "审查人员" ); end
                """);
        Fact.Condition supposed = condition("L/P/BUILDING_HEIGHT/MAX?", "P", "BUILDING_HEIGHT", "MAX", null);
        assertThat(told(demands(program, record(BUILDING, supposed))))
                .containsExactly("no-height 1#: ask unbounded if [conditions]");
    }

    @Test
    void a_subject_that_was_not_supplied_has_a_demand_and_nothing_certain() {
        RuleProgram program = Fixture.program("local-height", LOCAL_HEIGHT);
        Demand demand = demands(program, record(building(null, null, null, null, null)), parameter("local/limit", 24.0))
                .get(0);
        assertThat(told(List.of(demand))).containsExactly("local-height ?: ≤24 if [buildings]");
        assertThat(demand.subjectMissing()).extracting(m -> m.path()).containsExactly("buildings");
    }

    @Test
    void an_unset_parameter_and_an_empty_table_ask_policy_staff() {
        RuleProgram program = Fixture.program("local-height", LOCAL_HEIGHT, "setback-of-table", """
                rule "setback-of-table" when
                  $s : Side( $r : road ) Road( id == $r, $c : roadClass ) RoadSetback( roadClass == $c, $v : setback )
                then require( $s, SETBACK, AT_LEAST, $v ); end
                """);
        Fact side = new Fact.Side("S", Fixture.subject(Subject.Kind.SIDE, "S"), "P", "S", "ROAD", "R");
        Fact road = new Fact.Road("R", "TRUNK", 24.0);
        assertThat(told(demands(program, record(BUILDING, side, road), parameter("local/limit", null))))
                .containsExactly(
                        "local-height 1#: ≤? if [pack/parameters/local/limit]",
                        "setback-of-table S: ≥? if [tables/RoadSetback]");
        assertThat(told(demands(program, record(BUILDING, side, road), setback("t", "TRUNK", null))))
                .containsExactly(
                        "local-height 1#: ≤? if [parameters/local/limit]",
                        "setback-of-table S: ≥? if [pack/tables/RoadSetback[t].setback]");
        assertThat(told(demands(program, record(BUILDING, side, road), setback("t", "BRANCH", 5.0))))
                .contains("setback-of-table S: because there is no matching table RoadSetback");
        assertThat(demands(program, record(BUILDING, side, road), setback("t", "TRUNK", null)).stream()
                        .flatMap(d -> d.requirements().stream())
                        .flatMap(r -> ((Certainty.Possible) r.certainty()).missing().stream())
                        .map(m -> m.kind()))
                .containsOnly(redline.measure.Missing.Kind.BASIS);
    }

    @Test
    void parts_of_a_total_stay_apart_even_where_they_are_equal() {
        RuleProgram program = Fixture.program("parking", """
                rule "parking" when $p : Parcel( $i : id ) ParkingBase( site == $i, $d : dwellings )
                then require( $p, PARKING_MOTOR, AT_LEAST_IN_TOTAL, $d ); end
                """);
        assertThat(told(demands(
                        program,
                        record(
                                parcel("P", "07", 1.0),
                                new Fact.ParkingBase("a", "P", "0701", 0.0, 8.0, false),
                                new Fact.ParkingBase("b", "P", "0702", 0.0, 8.0, false),
                                new Fact.ParkingBase("c", null, "0702", 0.0, 8.0, false),
                                new Fact.ParkingBase(null, null, null, null, 8.0, false)))))
                .containsExactly("parking P: ≥8 ≥8 ≥8 if [ParkingBase[c].site] ≥? if [areaElements]");
    }

    @Test
    void exceptions_lift_a_branch_or_a_whole_rule_for_certain_or_possibly() {
        RuleProgram program = Fixture.program("wall", """
                rule "wall: table" when $b : Building( storeys > 1 ) then require( $b, SPACING, AT_LEAST, 1 ); end
                rule "wall: other" when $b : Building( storeys > 1 ) then require( $b, SPACING, AT_LEAST, 0 ); end
                rule "wall: note 1" when $b : Building( useClass == "STORAGE" ) then exempt( $b, "table" ); end
                """, "roofed", """
                rule "roofed: ask" when $b : Building( roof == "FLAT" ) then ask( $b, "roof", "审查人员" ); end
                rule "roofed: pitched" when $b : Building( roof == "PITCHED" ) then exempt( $b, "wall" ); end
                """);
        Fact storage = new Fact.Building(
                "1#",
                Fixture.subject(Subject.Kind.BUILDING, "1#"),
                "P",
                "NONE",
                "PROPOSED",
                null,
                "STORAGE",
                9.0,
                3.0,
                null,
                null,
                null);
        assertThat(told(demands(program, record(storage))))
                .containsExactly(
                        "roofed 1#: ask roof if [Building[1#].roof]",
                        "wall 1#: ≥0 lifted by roofed: pitched if [Building[1#].roof] ≥1 lifted by wall: note 1");
        assertThat(demands(program, record(storage)).get(1).requirements())
                .extracting(Requirement::exemption)
                .contains(new Exemption("wall: note 1", Certainty.CERTAIN, List.of()));
    }

    @Test
    void a_local_default_yields_only_where_the_letter_certainly_speaks() {
        RuleProgram program = Fixture.program("parcel-height", HEIGHT_OF_LETTER, "local-height", LOCAL_HEIGHT);
        assertThat(demands(
                                program,
                                record(BUILDING, condition("1", "P", "BUILDING_HEIGHT", "MAX", 12.0)),
                                parameter("local/limit", 24.0))
                        .get(0)
                        .yielding())
                .isEqualTo(new Yielding("parcel-height", Certainty.CERTAIN));
        assertThat(told(demands(
                        program,
                        record(BUILDING, condition("1", "P", "BUILDING_HEIGHT", null, 12.0)),
                        parameter("local/limit", 24.0))))
                .contains("local-height 1#: ≤24 yields to parcel-height if [Condition[1].bound]");
        assertThat(told(demands(
                        program,
                        record(BUILDING, condition("1", "P", "BUILDING_HEIGHT", "MIN", 12.0)),
                        parameter("local/limit", 24.0))))
                .contains("local-height 1#: ≤24");
    }

    @Test
    void a_local_default_that_bounds_in_two_directions_is_a_fault() {
        RuleProgram program = Fixture.program("local-both", """
                rule "local-both: a" when $b : Building() then require( $b, SPACING, AT_LEAST, 0 ); end
                rule "local-both: b" when $b : Building() then require( $b, SPACING, AT_MOST, 1 ); end
                """);
        assertThatThrownBy(() -> demands(program, record(BUILDING)))
                .isInstanceOf(PackFault.class)
                .hasMessageContaining("a rule of a local default bounds in two directions");
    }

    @Test
    void reasons_say_what_the_subject_is_and_what_the_rule_asks() {
        RuleProgram program =
                Fixture.program("parcel-height", HEIGHT_OF_LETTER, "local-height", LOCAL_HEIGHT, "tall", """
                rule "tall" when
                  $b : Building( useClass in ( "RESIDENTIAL", "STORAGE" ), $h : height, $p : parcel )
                  Parcel( id == $p, area > $h )
                then require( $b, SPACING, AT_LEAST, 1 ); end
                """);
        List<Demand> demands = demands(
                program,
                record(
                        building("1#", "P", "PUBLIC", 20.0, 6.0),
                        building("2#", "P", "STORAGE", 20.5, 6.0),
                        parcel("P", "07", 10.0)),
                parameter("local/limit", 24.0));
        assertThat(demands)
                .extracting(d -> d.rule().id() + " " + d.subject().id() + " "
                        + d.because().zh() + " | " + d.because().en())
                .containsExactly(
                        "local-height 1# 用途类别为 公共;规则只适用于用途类别为 居住 | use class is public; the rule applies only where use class is residential",
                        "local-height 2# 用途类别为 仓储;规则只适用于用途类别为 居住 | use class is storage; the rule applies only where use class is residential",
                        "parcel-height 1# 规划条件未作要求(建筑高度 上限) | the planning conditions do not require it (Building height, maximum)",
                        "parcel-height 2# 规划条件未作要求(建筑高度 上限) | the planning conditions do not require it (Building height, maximum)",
                        "tall 1# 用途类别为 公共;规则只适用于用途类别为 居住或用途类别为 仓储 | use class is public; the rule applies only where use class is residential or use class is storage",
                        "tall 2# 用地面积为 10 m²,建筑高度为 20.5 m;规则只适用于用地面积大于 建筑高度 | site area is 10 m², building height is 20.5 m; the rule applies only where site area is more than building height");
    }

    @Test
    void bounds_are_exact_decimals() {
        RuleProgram program = Fixture.program("factor", """
                rule "factor: product" when $b : Building( $h : height ) Parameter( name == "f", $f : value )
                then require( $b, SPACING, AT_LEAST, $f * $h ); end
                rule "factor: tie" when $b : Building( $h : height, $s : storeys ) Parameter( name == "f", value * $h == $s )
                then require( $b, SPACING, AT_LEAST, $h + $s - 1 ); end
                """);
        // In doubles 1.1 × 3 is 3.3000000000000003.
        assertThat(told(demands(program, record(building("1#", "P", "PUBLIC", 3.0, 3.3)), parameter("f", 1.1))))
                .containsExactly("factor 1#: ≥3.3 ≥5.3");
    }

    @Test
    void an_open_end_can_be_compared_with_but_is_no_bound() {
        RuleProgram program = Fixture.program("open", """
                rule "open" when $b : Building( $h : height ) RoadSetback( setback > $h, roadClass == "TRUNK", $v : setback )
                then require( $b, SPACING, AT_LEAST, $v ); end
                """);
        Row open = setback("t", "TRUNK", Double.POSITIVE_INFINITY);
        assertThatThrownBy(() -> demands(program, record(BUILDING), open))
                .isInstanceOf(PackFault.class)
                .hasMessageContaining("an open end (∞) of a table was used as a bound");
    }

    @Test
    void who_is_interrupted_stops_judging() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> demands(manyPairs(), record(many())))
                    .isInstanceOf(java.util.concurrent.CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_rule_that_matches_too_much_is_a_fault_and_no_verdict() {
        assertThatThrownBy(() -> demands(manyPairs(), record(many())))
                .isInstanceOf(PackFault.class)
                .hasMessageContaining("matches more combinations than it may");
    }

    @Test
    void a_rule_is_judged_though_very_many_facts_may_be_the_ones_meant_when_nothing_tells_them_apart() {
        RuleProgram program = Fixture.program("parcel-height", """
                rule "parcel-height" when
                  $b : Building( $p : parcel ) Building( parcel == $p, useClass == "PUBLIC" ) Building( parcel == $p, storeys > 0 )
                  Condition( site == $p, item == "BUILDING_HEIGHT", bound == "MAX", $v : value )
                then require( $b, BUILDING_HEIGHT, AT_MOST, $v ); end
                """);
        List<Fact> facts = new ArrayList<>(IntStream.range(0, 200)
                .mapToObj(i -> (Fact) building(i + "#", null, "PUBLIC", 20.0, 6.0))
                .toList());
        facts.add(condition("1", "P", "BUILDING_HEIGHT", "MAX", 24.0));

        List<Demand> demands = demands(program, record(facts, java.util.Map.of()));

        assertThat(demands)
                .hasSize(200)
                .allSatisfy(demand -> assertThat(demand.requirements())
                        .singleElement()
                        .satisfies(requirement -> {
                            assertThat(requirement.bound().value())
                                    .isEqualTo(new Value.Amount(new java.math.BigDecimal("24")));
                            assertThat(requirement.certainty())
                                    .isInstanceOfSatisfying(
                                            Certainty.Possible.class,
                                            possible -> assertThat(possible.missing())
                                                    .extracting(missing -> missing.path())
                                                    .contains("Building["
                                                            + demand.subject().id() + "].parcel"));
                        }));
    }

    private static RuleProgram manyPairs() {
        return Fixture.program("pairs", """
                rule "pairs" when
                  $a : Building( $p : parcel, $i : id, $h : height )
                  Building( parcel == $p, useClass == "PUBLIC", id != $i, $j : id )
                  Building( parcel == $p, useClass == "PUBLIC", id != $j, $k : id )
                  Building( parcel == $p, useClass == "PUBLIC", id != $k, height > $h, height < $h )
                then require( $a, SPACING, AT_LEAST, 1 ); end
                """);
    }

    private static Fact[] many() {
        return IntStream.range(0, 120)
                .mapToObj(i -> building("b" + i, "P", "PUBLIC", 9.0 + i, 1.0))
                .toArray(Fact[]::new);
    }

    @Test
    void the_order_of_facts_and_rows_changes_nothing() {
        RuleProgram program = Fixture.program(PlainRule.texts(), Reading.SOUND);
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            RandomWorld world = RandomWorld.known(random);
            for (int i = 0; i < 5; i++) {
                world = world.forgetful(random);
            }
            List<Demand> inOrder = demands(program, world.record(), world.rows());
            List<Fact> facts = new ArrayList<>(world.facts());
            Collections.shuffle(facts, random);
            List<Row> rows = new ArrayList<>(Arrays.asList(world.rows()));
            Collections.shuffle(rows, random);
            assertThat(demands(program, Fixture.record(facts, world.record().absences()), rows.toArray(Row[]::new)))
                    .isEqualTo(inOrder);
        }
    }

    @Test
    void a_program_says_what_its_rules_are_about_and_read() {
        RuleKind kind =
                Fixture.program("local-height", LOCAL_HEIGHT).ruleKinds().get("local-height");
        assertThat(kind.quantity()).isEqualTo(Quantity.BUILDING_HEIGHT);
        assertThat(kind.about()).isEqualTo(Subject.Kind.BUILDING);
        assertThat(kind.comparators()).containsExactly(Comparator.AT_MOST);
        assertThat(kind.parameters()).containsExactly("local/limit");
        assertThat(kind.reads())
                .containsExactlyInAnyOrder(
                        new RuleKind.Read("Building", "id"),
                        new RuleKind.Read("Building", "useClass"),
                        new RuleKind.Read("Parameter", "id"),
                        new RuleKind.Read("Parameter", "name"),
                        new RuleKind.Read("Parameter", "value"));
    }
}
