package redline.intake.building;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** One entity of a STEP file. An argument that is absent or of another kind reads as null, as an empty list, or as id 0. */
record StepInstance(int id, String type, List<StepValue> arguments) {

    String from() {
        return "#" + id + " " + type;
    }

    StepValue at(int n) {
        return n < arguments.size() ? arguments.get(n) : new StepValue.None();
    }

    String text(int n) {
        return at(n) instanceof StepValue.Text value && !value.text().isBlank()
                ? value.text().trim()
                : null;
    }

    BigDecimal number(int n) {
        return number(at(n));
    }

    static BigDecimal number(StepValue value) {
        if (value instanceof StepValue.Number number) {
            return Plain.number(number.digits());
        }
        return value instanceof StepValue.Typed typed && typed.values().size() == 1
                ? number(typed.values().get(0))
                : null;
    }

    String symbol(int n) {
        return at(n) instanceof StepValue.Symbol value ? value.name() : null;
    }

    int reference(int n) {
        return at(n) instanceof StepValue.Reference value ? value.id() : 0;
    }

    /** The ids in a list, or the one where a single one stands. */
    List<Integer> references(int n) {
        List<Integer> ids = new ArrayList<>();
        collect(at(n), ids);
        return ids;
    }

    private static void collect(StepValue value, List<Integer> ids) {
        if (value instanceof StepValue.Reference reference) {
            ids.add(reference.id());
        } else if (value instanceof StepValue.Many many) {
            many.values().forEach(each -> collect(each, ids));
        } else if (value instanceof StepValue.Typed typed) {
            typed.values().forEach(each -> collect(each, ids));
        }
    }
}
