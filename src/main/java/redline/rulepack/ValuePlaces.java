package redline.rulepack;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import redline.quantity.Text;

/** All values of a pack as they are written. */
final class ValuePlaces {
    private ValuePlaces() {}

    /** Those of the files that are wanted, by their paths. */
    static List<ValuePlace> of(Pack pack, Map<String, byte[]> files, Predicate<String> wanted) {
        List<ValuePlace> places = new ArrayList<>();
        for (Pack.Parameter parameter : pack.parameters()) {
            if (!wanted.test(pack.fileOf(parameter))) {
                continue;
            }
            places.addAll(of(
                    pack,
                    parameter,
                    WrittenParameter.of(pack.fileOf(parameter), text(files.get(pack.fileOf(parameter))))));
        }
        for (Pack.Table table : pack.tables()) {
            if (!wanted.test(pack.fileOf(table))) {
                continue;
            }
            places.addAll(of(pack, WrittenTable.of(pack.fileOf(table), text(files.get(pack.fileOf(table))))));
        }
        return List.copyOf(places);
    }

    private static String text(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<ValuePlace> of(Pack pack, Pack.Parameter parameter, WrittenParameter written) {
        List<ValuePlace> places = new ArrayList<>();
        for (int i = 0; i < parameter.values().size(); i++) {
            Pack.Parameter.Entry entry = parameter.values().get(i);
            places.add(new ValuePlace(
                    ValueName.of(written.file(), entry),
                    pack.id(),
                    written.file(),
                    entry.line(),
                    "",
                    -1,
                    parameter.title(),
                    Text.same(""),
                    parameter.unit().equals("1") ? "" : parameter.unit(),
                    written.entries().get(i).value(),
                    entry.validity().from(),
                    entry.validity().to(),
                    entry.clause(),
                    entry.grade(),
                    entry.document(),
                    entry.note()));
        }
        return places;
    }

    private static List<ValuePlace> of(Pack pack, WrittenTable table) {
        List<ValuePlace> places = new ArrayList<>();
        List<String> columns = List.copyOf(table.columns().keySet());
        List<String> labels = List.copyOf(table.columns().values());
        for (WrittenTable.Line line : table.lines()) {
            LocalDate from = day(line.from());
            String name = ValueName.of(table.file(), line.cells(), from, line.clause(), line.document());
            for (int i = 0; i < columns.size(); i++) {
                places.add(new ValuePlace(
                        name,
                        pack.id(),
                        table.file(),
                        line.number(),
                        columns.get(i),
                        i,
                        Text.same(labels.get(i)),
                        TableWords.about(table, line, i),
                        table.unit(i),
                        line.cells().get(i),
                        from,
                        day(line.to()),
                        line.clause(),
                        PackReader.GRADES.get(line.grade()),
                        line.document(),
                        ""));
            }
        }
        return places;
    }

    /** Null for an open end. */
    static LocalDate day(String written) {
        try {
            return written.isEmpty() || written.equals("不限") ? null : LocalDate.parse(written);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
