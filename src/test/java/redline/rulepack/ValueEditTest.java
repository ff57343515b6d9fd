package redline.rulepack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values set anew in the text of their files, and what then differs, in words. */
class ValueEditTest {
    private static final RuleBook RULES = RuleBook.read(Path.of("rules"));
    private static final String ROAD = "jiaxing-2018/tables/jiaxing-road.csv";
    private static final String EXITS = "jiaxing-2018/parameters/jiaxing-ramp-red-line.yaml";
    private static final String DOCUMENTS = "jiaxing-2018/documents.yaml";
    private static final byte[] DOCUMENT = """
            documents:
              - {number: 桐资规〔2026〕12号, published: 2026-12-01, legal-review: 桐法审〔2026〕8号}
            """.getBytes(UTF_8);

    private static ValuePlace highRiseOnSecondaryRoads() {
        return RULES.values("jiaxing-2018").stream()
                .filter(place -> place.file().equals(ROAD)
                        && place.column().equals("setback")
                        && place.about().zh().equals("次干路、高层主体"))
                .findFirst()
                .orElseThrow();
    }

    private static ValuePlace parameter(String file) {
        return RULES.values("jiaxing-2018").stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static ValueEdit edit(ValuePlace place, String value, LocalDate from, String document) {
        return new ValueEdit(place, value, from, null, place.clause(), "official", document, place.note());
    }

    private static String text(String file) {
        return new String(RULES.file(file).orElseThrow(), UTF_8);
    }

    @Test
    void another_value_from_a_day_on_closes_the_old_line_and_leaves_all_others_as_they_are() {
        ValueEdit edit = edit(highRiseOnSecondaryRoads(), "14", LocalDate.of(2027, 1, 1), "桐资规〔2026〕12号");

        List<String> before = text(ROAD).lines().toList();
        List<String> after = edit.in(text(ROAD)).lines().toList();

        assertThat(after).hasSize(before.size() + 1);
        assertThat(after.get(0)).isEqualTo(before.get(0) + ",document");
        assertThat(after.get(1)).isEqualTo(before.get(1) + ",文号");
        assertThat(after)
                .containsSubsequence(
                        "SECONDARY,no,5,2,,,表3-2 次干路,secondary,",
                        "SECONDARY,yes,12,5,,2026-12-31,表3-2 次干路,secondary,",
                        "SECONDARY,yes,14,5,2027-01-01,,表3-2 次干路,official,桐资规〔2026〕12号",
                        "TRUNK,no,5,2,,,表3-2 主干路,secondary,");
    }

    @Test
    void the_changed_rules_say_what_differs_as_policy_staff_would() {
        ValueEdit edit = edit(highRiseOnSecondaryRoads(), "14", LocalDate.of(2027, 1, 1), "桐资规〔2026〕12号");
        Map<String, byte[]> files = new HashMap<>();
        files.put(ROAD, edit.in(RULES.file(ROAD).orElseThrow()));
        files.put(DOCUMENTS, DOCUMENT);

        RuleBook draft = RULES.with(files);

        List<RuleChange> changes = RULES.changesTo(draft);
        assertThat(changes).hasSize(2);
        RuleChange.Value value = (RuleChange.Value) changes.get(1);
        assertThat(value.kind()).isEqualTo(RuleChange.Kind.DATED);
        assertThat(value.said().zh()).isEqualTo("次干路、高层主体:退让距离 12 m → 14 m，自 2027-01-01 起出具的规划条件");
        assertThat(value.rules()).contains("jiaxing-road-setback");
        assertThat(value.place().document()).isEqualTo("桐资规〔2026〕12号");
        assertThat(draft.documents("jiaxing-2018"))
                .containsExactly(new PackDocument("桐资规〔2026〕12号", "", LocalDate.of(2026, 12, 1), "桐法审〔2026〕8号", null));
        assertThat(draft.changesTo(RULES)).hasSize(3);
        assertThat(RULES.changesTo(RULES)).isEmpty();
    }

    @Test
    void a_parameter_keeps_its_history_and_its_note() {
        ValuePlace place = parameter(EXITS);

        String after = edit(place, "15", LocalDate.of(2027, 1, 1), "").in(text(EXITS));

        assertThat(after.lines().toList())
                .endsWith(
                        "values:",
                        "  - {from: 不限, to: 2026-12-31, value: 12, clause: 第71条, grade: secondary}",
                        "  - {from: 2027-01-01, value: 15, clause: 第71条, grade: official}");
    }

    @Test
    void a_value_put_right_keeps_its_days_and_its_line() {
        ValuePlace place = parameter(EXITS);

        String after = edit(place, "12.5", null, "").in(text(EXITS));

        assertThat(after).endsWith("values:\n  - {from: 不限, value: 12.5, clause: 第71条, grade: official}\n");
        RuleBook draft = RULES.with(Map.of(EXITS, after.getBytes(UTF_8)));
        assertThat(RULES.changesTo(draft))
                .extracting(change -> ((RuleChange.Value) change).said().zh())
                .containsExactly("车库坡道出口至道路红线最小距离 12 m → 12.5 m（勘误，施行日不变）");
    }

    @Test
    void the_name_of_a_value_outlives_lines_put_before_it_and_its_end_but_no_other_value() {
        ValuePlace place = highRiseOnSecondaryRoads();
        ValueEdit edit = edit(place, "14", LocalDate.of(2027, 1, 1), "");

        RuleBook draft = RULES.with(Map.of(ROAD, edit.in(RULES.file(ROAD).orElseThrow())));

        List<ValuePlace> same = draft.values("jiaxing-2018").stream()
                .filter(one -> one.file().equals(ROAD) && one.about().equals(place.about()))
                .filter(one -> one.column().equals("setback"))
                .toList();
        assertThat(same).extracting(ValuePlace::written).containsExactly("12", "14");
        assertThat(same.get(0).name()).isEqualTo(place.name());
        assertThat(same.get(1).name()).isNotEqualTo(place.name());
    }

    @Test
    void what_does_not_fit_is_refused_with_the_place_and_a_remedy() {
        ValuePlace place = parameter(EXITS);

        assertThatThrownBy(() -> edit(place, "十五", LocalDate.of(2027, 1, 1), "").in(text(EXITS)))
                .isInstanceOfSatisfying(
                        PackFault.class,
                        fault -> assertThat(fault.faults().get(0).what().zh()).isEqualTo("“十五”不是数"));
        assertThatThrownBy(() -> edit(place, "15", null, "").in(text(EXITS).replace("value: 12", "value: 13")))
                .isInstanceOfSatisfying(
                        PackFault.class,
                        fault -> assertThat(fault.faults().get(0).what().zh()).isEqualTo("这个值已经不是 12 了"));
        assertThatThrownBy(() -> RULES.with(Map.of(
                        EXITS,
                        edit(place, "15", null, "无此文号〔2026〕1号").in(text(EXITS)).getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        PackFault.class,
                        fault -> assertThat(fault.faults().get(0).what().zh()).isEqualTo("没有文件“无此文号〔2026〕1号”"));
    }

    @Test
    void every_value_of_every_pack_can_be_written_anew_and_means_the_same() {
        Map<String, byte[]> files = new HashMap<>();
        for (String path : RULES.paths()) {
            String pack = path.substring(0, path.indexOf('/'));
            if (path.contains("/parameters/") || path.contains("/tables/")) {
                for (ValuePlace place : RULES.values(pack).stream()
                        .filter(one -> one.file().equals(path) && !one.written().isEmpty())
                        .toList()) {
                    ValueEdit same = new ValueEdit(
                            place,
                            place.written(),
                            null,
                            null,
                            place.clause(),
                            place.grade().name().toLowerCase(java.util.Locale.ROOT),
                            place.document(),
                            place.note());
                    files.merge(path, same.in(RULES.file(path).orElseThrow()), (was, is) -> same.in(was));
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(200);
        assertThat(RULES.changesTo(RULES.with(files))).isEmpty();
    }
}
