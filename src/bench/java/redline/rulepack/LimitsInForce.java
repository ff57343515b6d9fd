package redline.rulepack;

import java.util.List;
import java.util.Map;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.quantity.Text;

/** What stands in the tables and parameters of a rule book, for programs of the bench that judge without its rules. */
public final class LimitsInForce {
    private final List<Row> rows;

    private LimitsInForce(List<Row> rows) {
        this.rows = rows;
    }

    /** Those that apply to a scheme under a profile. */
    public static LimitsInForce of(RuleBook book, String profile, SchemeRecord record) {
        return new LimitsInForce(book.rowsInForce(profile, record));
    }

    /** One line of a table; a cell is a String, a Double, a Boolean, or null where the table leaves it open. */
    public record Line(String table, String id, String pack, Map<String, Object> cells) {
        /** Why a cell is null. */
        public Missing open(String column) {
            return new Missing(
                    pack + "/tables/" + table + "[" + id + "]." + column,
                    new Text("表格取值 " + column, "table value " + column),
                    Missing.Kind.BASIS);
        }
    }

    public List<Line> table(String name) {
        return rows.stream()
                .filter(row -> row.type().equals(name))
                .map(row -> new Line(name, row.id(), row.citation().sourceId(), row.values()))
                .toList();
    }

    /** {@code name} as {@code pack/parameter}; null where it is not set. */
    public Double parameter(String name) {
        return (Double) rows.stream()
                .filter(row ->
                        row.type().equals(PublishedFacts.PARAMETER) && row.id().equals(name))
                .findFirst()
                .orElseThrow()
                .values()
                .get("value");
    }

    /** Why a parameter has no value. */
    public static Missing unset(String name) {
        String pack = name.substring(0, name.indexOf('/'));
        return new Missing(
                pack + "/parameters/" + name,
                new Text("参数 " + name + " 的取值", "the value of the parameter " + name),
                Missing.Kind.BASIS);
    }
}
