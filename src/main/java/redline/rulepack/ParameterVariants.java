package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import redline.quantity.Text;

/** Each dated value of each parameter one step up and one down. */
final class ParameterVariants {
    private ParameterVariants() {}

    static void add(RuleBook book, Pack pack, List<Variant> variants) {
        for (Pack.Parameter parameter : pack.parameters()) {
            Set<String> readers = book.program().ruleKinds().values().stream()
                    .filter(kind -> kind.parameters().contains(pack.qualified(parameter)))
                    .map(RuleKind::ruleId)
                    .collect(Collectors.toSet());
            Set<String> rules = book.influence().of(readers);
            Set<String> needed = book.influence().onAll(rules);
            for (Pack.Parameter.Entry entry : parameter.values()) {
                BigDecimal step = ValueStep.of(parameter.unit());
                for (BigDecimal shift : entry.value() == null ? List.<BigDecimal>of() : List.of(step, step.negate())) {
                    variants.add(new Variant(
                            id(pack, parameter, entry) + " " + ValueStep.signed(shift, parameter.unit()),
                            Variant.Kind.VALUE,
                            pack.id(),
                            pack.fileOf(parameter),
                            entry.line(),
                            Set.of(),
                            what(parameter, entry.value(), entry.value().add(shift)),
                            rules,
                            () -> book.trial(
                                    shifted(pack, parameter, entry, shift),
                                    book.program().trial(needed))));
                }
            }
        }
    }

    private static String id(Pack pack, Pack.Parameter parameter, Pack.Parameter.Entry entry) {
        Object from = entry.validity().from() == null ? "不限" : entry.validity().from();
        return pack.id() + "/parameters/" + parameter.name() + "@" + from;
    }

    private static Text what(Pack.Parameter parameter, BigDecimal was, BigDecimal is) {
        String unit = parameter.unit().equals("1") ? "" : " " + parameter.unit();
        String change = ValueStep.shown(was, parameter.unit()) + " → " + ValueStep.shown(is, parameter.unit()) + unit;
        return new Text(parameter.title().zh() + " " + change, parameter.title().en() + " " + change);
    }

    private static Pack shifted(Pack pack, Pack.Parameter parameter, Pack.Parameter.Entry entry, BigDecimal shift) {
        List<Pack.Parameter.Entry> values = new ArrayList<>(parameter.values());
        values.set(values.indexOf(entry), entry.with(entry.value().add(shift)));
        List<Pack.Parameter> all = new ArrayList<>(pack.parameters());
        all.set(
                all.indexOf(parameter),
                new Pack.Parameter(parameter.name(), parameter.title(), parameter.unit(), List.copyOf(values)));
        return pack.with(List.copyOf(all), pack.tables());
    }
}
