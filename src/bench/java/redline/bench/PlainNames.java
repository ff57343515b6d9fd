package redline.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.fact.Fact;
import redline.fact.SchemeRecord;
import redline.measure.Missing;
import redline.quantity.Quantity;
import redline.scheme.Subject;

/** What to call the unknown properties of a record. */
final class PlainNames {
    private final Map<String, List<Missing>> absences;

    PlainNames(SchemeRecord record) {
        this.absences = record.absences();
    }

    static boolean absent(Fact fact) {
        return fact.id() == null || fact.id().endsWith("?");
    }

    /** Null for what is certain. */
    Map<String, Missing> of(Sure sure) {
        if (sure == Sure.YES) {
            return null;
        }
        Map<String, Missing> missing = new TreeMap<>();
        into(missing, sure);
        return missing;
    }

    void into(Map<String, Missing> missing, Sure sure) {
        sure.each(
                (fact, property) -> {
                    if (absent(fact)) {
                        absent(fact, missing);
                    } else {
                        property(fact, property, missing);
                    }
                },
                open -> missing.putIfAbsent(open.path(), open));
    }

    void notMeasured(Subject subject, Quantity quantity, Map<String, Missing> missing) {
        String type = typeOf(subject.kind());
        List<Missing> named = subject.notSupplied() ? absences.get(type + "/" + subject.id()) : null;
        if (named == null) {
            named = List.of(Missing.fact(
                    subject.kind() + "/" + subject.id(),
                    subject.name().zh() + "的" + quantity.title().zh(),
                    quantity.title().en() + " of " + subject.name().en()));
        }
        named.forEach(each -> missing.putIfAbsent(each.path(), each));
    }

    private static String typeOf(Subject.Kind kind) {
        return switch (kind) {
            case PARCEL -> "Parcel";
            case BUILDING -> "Building";
            case VOLUME_SIDE -> "VolumeSide";
            case VOLUME_LINE -> "VolumeLine";
            case PAIR -> "Pair";
            case VOLUME_PAIR -> "VolumePair";
            case ACCESS -> "Access";
            case INDICATOR -> "Indicator";
            default -> throw new IllegalStateException("no rule is about " + kind);
        };
    }

    private void property(Fact fact, String property, Map<String, Missing> missing) {
        String type = fact.getClass().getSimpleName();
        List<Missing> named = absences.get(type + "/" + fact.id() + "/" + property);
        if (named == null) {
            String of = type + "[" + fact.id() + "]." + property;
            missing.putIfAbsent(of, Missing.fact(of, of, of));
        } else {
            named.forEach(each -> missing.putIfAbsent(each.path(), each));
        }
    }

    private void absent(Fact fact, Map<String, Missing> missing) {
        String id = fact.id() != null
                ? fact.id()
                : fact instanceof Fact.About about ? about.subject().id() : "?";
        String key = fact.getClass().getSimpleName() + "/" + id;
        List<Missing> named = absences.get(key);
        if (named != null) {
            named.forEach(each -> missing.putIfAbsent(each.path(), each));
        } else if (fact instanceof Fact.Condition condition) {
            open(key + "/value", condition.value(), missing);
            open(key + "/terms", condition.terms(), missing);
            open(key + "/article", condition.article(), missing);
            open(key + "/letter", condition.letter(), missing);
        } else {
            throw new IllegalStateException("nobody says why " + key + " is missing");
        }
    }

    private void open(String key, Object value, Map<String, Missing> missing) {
        if (value == null) {
            absences.getOrDefault(key, List.of()).forEach(each -> missing.putIfAbsent(each.path(), each));
        }
    }
}
