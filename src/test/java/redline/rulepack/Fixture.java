package redline.rulepack;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Demand;
import redline.requirement.Grade;
import redline.requirement.RuleInfo;
import redline.scheme.Dates;
import redline.scheme.Subject;

/** Small facts and rule books for the tests of this package. */
final class Fixture {
    static final Row.Type SETBACKS = new Row.Type(
            "RoadSetback", List.of(new Row.Column("roadClass", String.class), new Row.Column("setback", Double.class)));

    private Fixture() {}

    static Subject subject(Subject.Kind kind, String id) {
        return new Subject(kind, id, Text.same(id));
    }

    static Fact.Parcel parcel(String id, String landUse, Double area) {
        return new Fact.Parcel(
                id, subject(Subject.Kind.PARCEL, id == null ? "?" : id), "PARCEL", "NONE", landUse, area);
    }

    static Fact.Building building(String id, String parcel, String useClass, Double height, Double storeys) {
        return new Fact.Building(
                id,
                subject(Subject.Kind.BUILDING, id == null ? "?" : id),
                parcel,
                "NONE",
                "PROPOSED",
                null,
                useClass,
                height,
                storeys,
                null,
                null,
                null);
    }

    static Fact.Condition condition(String id, String site, String item, String bound, Double value) {
        return new Fact.Condition(id, site, item, bound, "ANY", "ANY", "ANY", "ANY", value, null, "第" + id + "条", "L");
    }

    static Row setback(String id, String roadClass, Double setback) {
        Map<String, Object> values = new HashMap<>();
        values.put("roadClass", roadClass);
        values.put("setback", setback);
        return new Row("RoadSetback", id, values, source("表 " + id));
    }

    static Row parameter(String name, Double value) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", name);
        values.put("value", value);
        return new Row("Parameter", name, values, source("参数 " + name));
    }

    static Citation source(String clause) {
        return new Citation("pack", Text.same("图则"), clause, Grade.OFFICIAL);
    }

    static SchemeRecord record(Fact... facts) {
        return record(List.of(facts), Map.of());
    }

    static SchemeRecord record(List<Fact> facts, Map<String, List<Missing>> absences) {
        return new SchemeRecord(
                "scheme",
                "",
                null,
                new Dates(null, null, null),
                null,
                List.of(),
                facts,
                absences,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** {@code drl}: rule id to text, the pack of each rule is {@code pack} unless its id says {@code local-} or {@code parcel-}. */
    static RuleProgram program(Map<String, String> drl, Reading reading) {
        List<RuleText> texts = drl.entrySet().stream()
                .map(e ->
                        new RuleText(e.getKey(), packOf(e.getKey()), "pack/rules/" + e.getKey() + ".drl", e.getValue()))
                .toList();
        return RuleProgram.compile(texts, List.of(SETBACKS), reading);
    }

    static RuleProgram program(String... idThenDrl) {
        Map<String, String> drl = new LinkedHashMap<>();
        for (int i = 0; i < idThenDrl.length; i += 2) {
            drl.put(idThenDrl[i], idThenDrl[i + 1]);
        }
        return program(drl, Reading.SOUND);
    }

    static String packOf(String ruleId) {
        return ruleId.startsWith("local-") ? "local" : ruleId.startsWith("parcel-") ? "parcel" : "pack";
    }

    static Map<String, RuleInfo> infos(RuleProgram program) {
        Map<String, RuleInfo> infos = new TreeMap<>();
        program.ruleKinds()
                .forEach((id, kind) -> infos.put(
                        id,
                        new RuleInfo(
                                id,
                                packOf(id),
                                Text.same(id),
                                kind.quantity(),
                                kind.about(),
                                RuleInfo.Force.SHALL,
                                "自然资源规划",
                                "方案",
                                RuleInfo.PackStanding.BINDING,
                                RuleInfo.Apart.NONE,
                                Text.same(""))));
        return infos;
    }

    static List<Demand> demands(RuleProgram program, SchemeRecord record, Row... rows) {
        return program.demands(
                new SchemeFacts(record),
                Arrays.asList(rows),
                infos(program),
                Set.of("local"),
                Set.of("parcel"),
                fact -> fact instanceof Fact.Condition condition && condition.article() != null
                        ? new Citation("L", Text.same("规划条件"), condition.article(), Grade.OFFICIAL)
                        : null,
                (rule, key) -> Text.same(key));
    }
}
