package redline.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.measure.Evidence;
import redline.measure.Measure;
import redline.measure.Missing;
import redline.measure.Provenance;
import redline.measure.Reading;
import redline.measure.Spread;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Exemption;
import redline.requirement.Grade;
import redline.requirement.Question;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.requirement.Yielding;
import redline.scheme.Subject;

class JudgementTest {
    private static final Subject TOWER = new Subject(Subject.Kind.BUILDING, "1#", Text.same("1#楼"));
    private static final Missing ROOF = Missing.fact("buildings[1#].roof", "1#楼 屋顶形式", "roof form of 1#");
    private static final Missing HEIGHT = Missing.fact("buildings[1#].height", "1#楼 建筑高度", "height of 1#");
    private static final Missing CONTROL_LINES = Missing.fact("controlLines", "控制线", "control lines");
    private static final Missing LEVEL =
            new Missing("pack/parameters/level", new Text("停车级别", "parking level"), Missing.Kind.BASIS);
    private static final Citation ARTICLE_3 = new Citation("letter", Text.same("桐土储[2019]43号"), "第3条", Grade.OFFICIAL);
    private static final Citation TABLE = new Citation("gb", Text.same("GB 50016-2014"), "表5.2.2", Grade.SECONDARY);

    // --- one certain bound -------------------------------------------------------------------------------------------

    @Test
    void a_height_at_its_limit_complies_with_no_margin() {
        assertThat(judged(atMost("12"), height("12.00")))
                .extracting(Finding::verdict, f -> f.margin().toPlainString(), Finding.Judged::marginUnit)
                .containsExactly(Verdict.PASS, "0", Unit.METRE);
    }

    @Test
    void a_height_one_centimetre_above_its_limit_is_a_violation_by_that_centimetre() {
        Finding.Judged finding = judged(atMost("12"), height("12.01"));
        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(finding.margin()).isEqualByComparingTo("-0.01");
        assertThat(finding.governing()).isEqualTo(atMost("12").bound());
        assertThat(finding.grade()).isEqualTo(Grade.OFFICIAL);
        assertThat(finding.citations()).containsExactly(ARTICLE_3);
    }

    @Test
    void a_millimetre_below_a_minimum_is_a_violation_and_marked_sensitive_to_rounding() {
        Finding.Judged finding = judged(atLeast("8.00"), height("7.999"));
        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(finding.notes()).extracting(Text::zh).containsExactly("取位敏感:按未取整的值判为不符合;取至显示位数则为符合");
    }

    @Test
    void a_ratio_is_judged_by_multiplying_and_its_margin_is_said_in_square_metres() {
        // practice §7, round 1: 78 400.00 m² on 58 023.58 m² against 1.35 → 68.17 m² too much.
        Finding.Judged finding = (Finding.Judged) Judgement.judge(
                demand(Quantity.FAR, List.of(certain(Comparator.AT_MOST, "1.35"))),
                measured(Quantity.FAR, new Value.Ratio(new BigDecimal("78400.00"), new BigDecimal("58023.58"))));
        assertThat(finding.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(finding.margin()).isEqualByComparingTo("-68.167");
        assertThat(finding.marginUnit()).isEqualTo(Unit.SQUARE_METRE);
        assertThat(finding.notes()).hasSize(1);
    }

    @Test
    void round_two_of_the_story_leaves_six_square_metres_and_eighty_three() {
        Finding.Judged finding = (Finding.Judged) Judgement.judge(
                demand(Quantity.FAR, List.of(certain(Comparator.AT_MOST, "1.35"))),
                measured(Quantity.FAR, new Value.Ratio(new BigDecimal("78325.00"), new BigDecimal("58023.58"))));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.margin()).isEqualByComparingTo("6.833");
        assertThat(finding.notes()).isEmpty();
    }

    @Test
    void one_over_three_is_not_lost_in_a_quotient() {
        Finding.Judged finding = (Finding.Judged) Judgement.judge(
                demand(Quantity.GREEN_RATIO, List.of(certain(Comparator.AT_LEAST, "0.333333333333333333333333333333"))),
                measured(Quantity.GREEN_RATIO, new Value.Ratio(BigDecimal.ONE, new BigDecimal("3"))));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.margin().signum()).isPositive();
    }

    @Test
    void equality_fails_on_either_side() {
        assertThat(judged(certain(Comparator.EQUAL, "0"), height("0")).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judged(certain(Comparator.EQUAL, "1"), height("0.99")).margin())
                .isEqualByComparingTo("-0.01");
        assertThat(judged(certain(Comparator.EQUAL, "1"), height("1.01")).margin())
                .isEqualByComparingTo("-0.01");
    }

    @Test
    void a_land_use_code_lies_within_its_prefix_and_other_terms_must_be_equal() {
        assertThat(terms(Quantity.USE, "070102", "0701")).isEqualTo(Verdict.PASS);
        assertThat(terms(Quantity.USE, "0701", "070102")).isEqualTo(Verdict.VIOLATION);
        assertThat(terms(Quantity.ACCESS_SIDE, "NE", "N")).isEqualTo(Verdict.VIOLATION);
        assertThat(terms(Quantity.ROOF_FORM, "PITCHED", "PITCHED")).isEqualTo(Verdict.PASS);
    }

    // --- known, but not exactly --------------------------------------------------------------------------------------

    private static final Missing DRAWING =
            new Missing("accuracy", new Text("图纸精度", "accuracy of the drawing"), Missing.Kind.ACCURACY);
    private static final Missing COUNTING =
            new Missing("settings/counting", new Text("计时方法", "how hours are counted"), Missing.Kind.BASIS);

    private static Spread of(Missing why, String low, String high) {
        return new Spread(why, new BigDecimal(low), new BigDecimal(high));
    }

    @Test
    void a_value_that_may_lie_on_either_side_of_the_limit_is_borderline_and_says_between_what_it_lies() {
        for (String hours : List.of("3.02", "2.98")) {
            Finding.Undetermined finding = (Finding.Undetermined) sunlight(spread(hours, of(DRAWING, "2.96", "3.05")));
            assertThat(finding.cause()).isEqualTo(Cause.BORDERLINE);
            assertThat(finding.asked()).isEqualTo(Asked.DESIGNER);
            assertThat(finding.ask().zh()).isEqualTo("请设计或测绘单位核实:图纸精度");
            assertThat(finding.notes()).extracting(Text::zh).containsExactly("图纸精度:2.96–3.05 h");
            assertThat(finding.governing()).isEqualTo(atLeast("3").bound());
        }
    }

    @Test
    void a_value_that_lies_on_one_side_however_far_it_is_off_is_judged() {
        assertThat(sunlight(spread("3.02", of(DRAWING, "3", "3.05"))).verdict()).isEqualTo(Verdict.PASS);
        assertThat(sunlight(spread("2.9", of(DRAWING, "2.8", "2.99"))).verdict())
                .isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void where_the_way_of_counting_turns_it_policy_staff_are_asked_before_the_surveyor() {
        Finding.Undetermined finding = (Finding.Undetermined)
                sunlight(spread("3.02", of(COUNTING, "2.5", "3.02"), of(DRAWING, "2.4", "3.05")));
        assertThat(finding.cause()).isEqualTo(Cause.BASIS_OPEN);
        assertThat(finding.asked()).isEqualTo(Asked.POLICY_STAFF);
        assertThat(finding.notes())
                .extracting(Text::en)
                .containsExactly("how hours are counted: 2.5–3.02 h", "accuracy of the drawing: 2.4–3.05 h");
    }

    @Test
    void what_is_certainly_excepted_complies_however_far_it_is_off() {
        Requirement lifted = exempt(atLeast("3"), Certainty.CERTAIN);
        Finding finding = Judgement.judge(
                demand(Quantity.SUN_HOURS, List.of(lifted)), spread("3.02", of(DRAWING, "2.96", "3.05")));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
    }

    // --- what is not known -------------------------------------------------------------------------------------------

    @Test
    void an_unknown_measure_leaves_the_known_bound_standing_and_names_what_is_missing() {
        Finding.Undetermined finding = undetermined(List.of(atMost("12")), unknownHeight());
        assertThat(finding.cause()).isEqualTo(Cause.MISSING_FACT);
        assertThat(finding.missing()).containsExactly(HEIGHT);
        assertThat(finding.governing()).isEqualTo(atMost("12").bound());
        assertThat(finding.ask().zh()).isEqualTo("请申请人补充:1#楼 建筑高度");
    }

    @Test
    void what_the_authority_alone_has_is_no_pass_and_not_asked_of_the_applicant() {
        Finding.Undetermined finding =
                undetermined(List.of(atMost("12"), possible(Comparator.AT_MOST, "9", CONTROL_LINES)), height("10"));
        assertThat(finding.cause()).isEqualTo(Cause.MISSING_FACT);
        assertThat(finding.asked()).isEqualTo(Asked.AUTHORITY);
        assertThat(finding.ask().zh()).isEqualTo("由审查机关核对:控制线");
    }

    @Test
    void where_the_applicant_lacks_something_too_he_is_asked_for_that_alone() {
        Finding.Undetermined finding =
                undetermined(List.of(atMost("12"), possible(Comparator.AT_MOST, "9", CONTROL_LINES)), unknownHeight());
        assertThat(finding.asked()).isEqualTo(Asked.APPLICANT);
        assertThat(finding.ask().zh()).isEqualTo("请申请人补充:1#楼 建筑高度;由审查机关核对:控制线");
    }

    @Test
    void what_a_control_line_that_was_drawn_lacks_is_asked_of_the_applicant() {
        Missing kind = Missing.fact("controlLines[G1].kind", "绿线 控制线类型", "kind of the line");
        assertThat(undetermined(List.of(atMost("12"), possible(Comparator.AT_MOST, "9", kind)), height("10"))
                        .asked())
                .isEqualTo(Asked.APPLICANT);
    }

    @Test
    void a_missing_parameter_goes_to_policy_staff() {
        Finding.Undetermined finding = undetermined(List.of(possible(Comparator.AT_MOST, null, LEVEL)), height("10"));
        assertThat(finding.cause()).isEqualTo(Cause.BASIS_OPEN);
        assertThat(finding.governing()).isNull();
    }

    @Test
    void a_possible_bound_that_is_broken_makes_a_pass_undetermined() {
        Finding.Undetermined finding =
                undetermined(List.of(atMost("12"), possible(Comparator.AT_MOST, "9", ROOF)), height("10"));
        assertThat(finding.missing()).containsExactly(ROOF);
        assertThat(finding.governing()).isEqualTo(atMost("12").bound());
    }

    @Test
    void several_bounds_that_are_only_possible_leave_open_which_is_to_be_kept() {
        List<Requirement> two =
                List.of(possible(Comparator.AT_LEAST, "9", ROOF), possible(Comparator.AT_LEAST, "13", ROOF));
        assertThat(undetermined(two, height("10")).governing()).isNull();
        assertThat(undetermined(two.subList(1, 2), height("10")).governing())
                .isEqualTo(new Bound(Comparator.AT_LEAST, Value.Amount.of("13")));
    }

    @Test
    void a_possible_bound_that_is_met_adds_nothing_beside_a_certain_one() {
        assertThat(Judgement.judge(
                                demand(
                                        Quantity.BUILDING_HEIGHT,
                                        List.of(atMost("12"), possible(Comparator.AT_MOST, "11", ROOF))),
                                height("10"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void a_possible_bound_alone_is_never_a_pass_even_where_it_is_met() {
        assertThat(undetermined(List.of(possible(Comparator.AT_MOST, "11", ROOF)), height("10"))
                        .missing())
                .containsExactly(ROOF);
    }

    @Test
    void a_certain_violation_stands_whatever_else_is_possible() {
        assertThat(Judgement.judge(
                                demand(
                                        Quantity.BUILDING_HEIGHT,
                                        List.of(atMost("12"), possible(Comparator.AT_MOST, null, ROOF))),
                                height("13"))
                        .verdict())
                .isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void a_subject_that_was_not_supplied_and_not_measured_names_itself() {
        Demand demand = new Demand(
                rule(Quantity.BUILDING_HEIGHT, RuleInfo.PackStanding.BINDING),
                TOWER,
                List.of(possible(Comparator.AT_MOST, "12", ROOF)),
                List.of(),
                List.of(),
                null,
                null,
                List.of(HEIGHT));
        assertThat(((Finding.Undetermined) Judgement.judge(demand, null)).missing())
                .containsExactly(HEIGHT, ROOF);
    }

    @Test
    void undetermined_without_anything_missing_is_a_bug_and_gives_no_verdict() {
        Requirement silent = new Requirement(
                "base",
                new Bound(Comparator.AT_MOST, null),
                new Certainty.Possible(List.of()),
                null,
                List.of(ARTICLE_3));
        assertThatThrownBy(() -> undetermined(List.of(silent), height("1"))).isInstanceOf(IllegalStateException.class);
    }

    // --- exceptions --------------------------------------------------------------------------------------------------

    @Test
    void certainly_exempt_complies_by_way_of_the_exception_whatever_the_measure() {
        Requirement lifted = exempt(atLeast("13"), Certainty.CERTAIN);
        Finding.Judged broken = judged(lifted, height("2"));
        assertThat(broken.verdict()).isEqualTo(Verdict.PASS);
        assertThat(broken.governing()).isNull();
        assertThat(broken.notes()).extracting(Text::zh).containsExactly("按例外条款符合:fire-wall");
        assertThat(broken.grade()).isEqualTo(Grade.SECONDARY);
        assertThat(judged(lifted, unknownHeight()).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void possibly_exempt_passes_only_where_the_bound_is_met_anyway() {
        Requirement mayBeLifted = exempt(atLeast("13"), new Certainty.Possible(List.of(ROOF)));
        assertThat(judged(mayBeLifted, height("13")).verdict()).isEqualTo(Verdict.PASS);
        assertThat(undetermined(List.of(mayBeLifted), height("12.99")).missing())
                .containsExactly(ROOF);
    }

    @Test
    void an_exempt_base_leaves_the_relaxed_bound_to_be_kept() {
        List<Requirement> relaxed = List.of(exempt(atLeast("6"), Certainty.CERTAIN), atLeast("4.5"));
        assertThat(Judgement.judge(demand(Quantity.FIRE_SEPARATION, relaxed), separation("4.5"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        Finding.Judged broken =
                (Finding.Judged) Judgement.judge(demand(Quantity.FIRE_SEPARATION, relaxed), separation("4.49"));
        assertThat(broken.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(broken.governing()).isEqualTo(new Bound(Comparator.AT_LEAST, Value.Amount.of("4.5")));
    }

    // --- totals ------------------------------------------------------------------------------------------------------

    @Test
    void parts_of_a_total_add_up_without_rounding() {
        List<Requirement> parts = List.of(
                certain(Comparator.AT_LEAST_IN_TOTAL, "624.0"), certain(Comparator.AT_LEAST_IN_TOTAL, "116.86"));
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("741"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        Finding.Judged broken = (Finding.Judged) Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("740"));
        assertThat(broken.verdict()).isEqualTo(Verdict.VIOLATION);
        assertThat(broken.margin()).isEqualByComparingTo("-0.86");
    }

    @Test
    void a_part_that_is_not_known_leaves_a_total_open_unless_the_known_parts_break_it_already() {
        List<Requirement> parts = List.of(
                certain(Comparator.AT_LEAST_IN_TOTAL, "624.0"), possible(Comparator.AT_LEAST_IN_TOTAL, null, ROOF));
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("800"))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("623"))
                        .verdict())
                .isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void a_part_that_may_be_lifted_leaves_a_total_open_unless_the_other_parts_break_it_already() {
        List<Requirement> parts = List.of(
                certain(Comparator.AT_LEAST_IN_TOTAL, "624.0"),
                exempt(certain(Comparator.AT_LEAST_IN_TOTAL, "100"), new Certainty.Possible(List.of(ROOF))));
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("724"))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("700"))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
        assertThat(Judgement.judge(demand(Quantity.PARKING_MOTOR, parts), spaces("623"))
                        .verdict())
                .isEqualTo(Verdict.VIOLATION);
    }

    // --- standing, yielding, questions -------------------------------------------------------------------------------

    @Test
    void a_violation_of_a_pack_whose_standing_is_open_is_an_open_basis() {
        Demand demand = new Demand(
                rule(Quantity.BUILDING_HEIGHT, RuleInfo.PackStanding.OPEN),
                TOWER,
                List.of(atMost("12")),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
        assertThat(((Finding.Undetermined) Judgement.judge(demand, height("13"))).cause())
                .isEqualTo(Cause.BASIS_OPEN);
        assertThat(Judgement.judge(demand, height("12")).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void a_local_default_steps_back_only_where_the_conditions_certainly_rule() {
        assertThat(Judgement.judge(yielding(Certainty.CERTAIN), height("13")).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(Judgement.judge(yielding(new Certainty.Possible(List.of(ROOF))), height("13")))
                .isInstanceOfSatisfying(
                        Finding.Undetermined.class, f -> assertThat(f.missing()).containsExactly(ROOF));
        assertThat(Judgement.judge(yielding(new Certainty.Possible(List.of(ROOF))), height("11"))
                        .verdict())
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void a_question_goes_to_the_reviewer_but_does_not_hide_a_violation() {
        Question question = new Question(
                "q", "roofscape", new Text("屋顶是否协调", "Does the roof fit?"), "审查人员", Certainty.CERTAIN, List.of());
        Demand met = asking(question, List.of(atMost("12")));
        assertThat(((Finding.Undetermined) Judgement.judge(met, height("11"))).cause())
                .isEqualTo(Cause.NEEDS_JUDGEMENT);
        assertThat(Judgement.judge(met, height("13")).verdict()).isEqualTo(Verdict.VIOLATION);
    }

    @Test
    void nothing_demanded_is_not_applicable_because() {
        Demand none = new Demand(
                rule(Quantity.BUILDING_HEIGHT, RuleInfo.PackStanding.BINDING),
                TOWER,
                List.of(),
                List.of(),
                List.of(),
                null,
                new Text("规划条件未作要求", "The conditions do not ask for it"),
                List.of());
        assertThat(Judgement.judge(none, height("13")))
                .isInstanceOfSatisfying(
                        Finding.NotApplicable.class,
                        f -> assertThat(f.because().zh()).isEqualTo("规划条件未作要求"));
    }

    // --- fixtures ----------------------------------------------------------------------------------------------------

    private static Finding.Judged judged(Requirement requirement, Measure measure) {
        return (Finding.Judged) Judgement.judge(demand(Quantity.BUILDING_HEIGHT, List.of(requirement)), measure);
    }

    private static Finding.Undetermined undetermined(List<Requirement> requirements, Measure measure) {
        return (Finding.Undetermined) Judgement.judge(demand(Quantity.BUILDING_HEIGHT, requirements), measure);
    }

    private static Verdict terms(Quantity quantity, String measured, String allowed) {
        Requirement requirement = new Requirement(
                "base",
                new Bound(Comparator.ONE_OF, Value.Terms.of(allowed)),
                Certainty.CERTAIN,
                null,
                List.of(ARTICLE_3));
        return Judgement.judge(demand(quantity, List.of(requirement)), measured(quantity, Value.Terms.of(measured)))
                .verdict();
    }

    private static Demand demand(Quantity quantity, List<Requirement> requirements) {
        return new Demand(
                rule(quantity, RuleInfo.PackStanding.BINDING),
                TOWER,
                requirements,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    private static Demand yielding(Certainty certainty) {
        return new Demand(
                rule(Quantity.BUILDING_HEIGHT, RuleInfo.PackStanding.BINDING),
                TOWER,
                List.of(atMost("12")),
                List.of(),
                List.of(),
                new Yielding("height-max", certainty),
                null,
                List.of());
    }

    private static Demand asking(Question question, List<Requirement> requirements) {
        return new Demand(
                rule(Quantity.BUILDING_HEIGHT, RuleInfo.PackStanding.BINDING),
                TOWER,
                requirements,
                List.of(question),
                List.of(),
                null,
                null,
                List.of());
    }

    private static RuleInfo rule(Quantity quantity, RuleInfo.PackStanding standing) {
        return new RuleInfo(
                "height-max",
                "parcel-conditions",
                new Text("建筑高度上限", "Maximum height"),
                quantity,
                Subject.Kind.BUILDING,
                RuleInfo.Force.CONDITION,
                "自然资源规划",
                "方案",
                standing,
                RuleInfo.Apart.NONE,
                Text.same(""));
    }

    private static Requirement atMost(String limit) {
        return certain(Comparator.AT_MOST, limit);
    }

    private static Requirement atLeast(String limit) {
        return certain(Comparator.AT_LEAST, limit);
    }

    private static Requirement certain(Comparator comparator, String limit) {
        return new Requirement(
                "base", new Bound(comparator, Value.Amount.of(limit)), Certainty.CERTAIN, null, List.of(ARTICLE_3));
    }

    private static Requirement possible(Comparator comparator, String limit, Missing missing) {
        return new Requirement(
                "base",
                new Bound(comparator, limit == null ? null : Value.Amount.of(limit)),
                new Certainty.Possible(List.of(missing)),
                null,
                List.of(ARTICLE_3));
    }

    private static Requirement exempt(Requirement requirement, Certainty certainty) {
        return new Requirement(
                requirement.branch(),
                requirement.bound(),
                requirement.certainty(),
                new Exemption("fire-wall", certainty, List.of(TABLE)),
                requirement.citations());
    }

    private static Measure height(String metres) {
        return measured(Quantity.BUILDING_HEIGHT, Value.Amount.of(metres));
    }

    private static Measure separation(String metres) {
        return measured(Quantity.FIRE_SEPARATION, Value.Amount.of(metres));
    }

    private static Measure spaces(String count) {
        return measured(Quantity.PARKING_MOTOR, Value.Amount.of(count));
    }

    private static Measure measured(Quantity quantity, Value value) {
        return new Measure(quantity, TOWER, new Reading.Known(value, Provenance.DECLARED), Evidence.NONE);
    }

    private static Measure spread(String hours, Spread... spreads) {
        Reading known = new Reading.Known(Value.Amount.of(hours), Provenance.COMPUTED, List.of(spreads));
        return new Measure(Quantity.SUN_HOURS, TOWER, known, Evidence.NONE);
    }

    private static Finding sunlight(Measure measure) {
        return Judgement.judge(demand(Quantity.SUN_HOURS, List.of(atLeast("3"))), measure);
    }

    private static Measure unknownHeight() {
        return new Measure(Quantity.BUILDING_HEIGHT, TOWER, new Reading.Unknown(List.of(HEIGHT)), Evidence.NONE);
    }
}
