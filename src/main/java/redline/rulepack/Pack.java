package redline.rulepack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redline.quantity.Text;
import redline.requirement.Citation;
import redline.requirement.Grade;
import redline.requirement.NotChecked;
import redline.scheme.Dates;

/**
 * One normative document under {@code rules/}.
 *
 * @param datedBy which of a scheme's dates picks what is in force
 * @param succeeds id of the pack whose document applied before this one, null = none is known
 * @param notEncoded what the document asks and no rule looks at
 */
record Pack(
        String id,
        Text title,
        String documentNumber,
        String jurisdiction,
        Layer layer,
        Dates.Kind datedBy,
        Validity inForce,
        String succeeds,
        String version,
        String sha256,
        List<NotChecked> notEncoded,
        List<PackDocument> documents,
        List<Parameter> parameters,
        List<Table> tables,
        List<RuleText> texts,
        List<RulePage> pages) {
    /** 地块规划条件 | 强制性规定 | 地方缺省 | 审查口径. */
    enum Layer {
        PARCEL("parcel"),
        MANDATORY("mandatory"),
        LOCAL_DEFAULT("local-default"),
        PRACTICE("practice");

        final String code;

        Layer(String code) {
            this.code = code;
        }
    }

    /** A limit, threshold or coefficient with its history, newest last. */
    record Parameter(String name, Text title, String unit, List<Entry> values) {
        /**
         * {@code line} of its file; {@code value} in the inside unit (a percentage as a fraction), null = the document leaves it open;
         * {@code document} the number of one of the pack's documents, empty = the pack's own.
         */
        record Entry(
                int line,
                Validity validity,
                BigDecimal value,
                String clause,
                Grade grade,
                String note,
                String document) {
            Entry with(BigDecimal other) {
                return new Entry(line, validity, other, clause, grade, note, document);
            }
        }
    }

    /** A table: its row type, the labels and the units of its columns (none where it has no unit), and its expanded rows. */
    record Table(String name, Row.Type type, Map<String, String> labels, Map<String, String> units, List<Entry> rows) {
        record Entry(Validity validity, Row row) {
            /** Of the table's file; rows that one line was expanded to share it. */
            int line() {
                String place = row.id().substring(row.id().lastIndexOf(':') + 1);
                return Integer.parseInt(place.split("\\.", -1)[0]);
            }

            Entry with(Map<String, Object> values) {
                return new Entry(validity, new Row(row.type(), row.id(), values, row.citation()));
            }
        }

        Table with(List<Entry> others) {
            return new Table(name, type, labels, units, others);
        }
    }

    /** The name by which rules read a parameter. */
    String qualified(Parameter parameter) {
        return id + "/" + parameter.name();
    }

    /** As people read it, with its rules' entries; {@code on} null = no day asked for. */
    Catalogue.PackEntry entry(LocalDate on, List<RuleEntry> rules) {
        return new Catalogue.PackEntry(
                id,
                title,
                documentNumber,
                jurisdiction,
                layer.code,
                datedBy,
                inForce.from(),
                inForce.to(),
                on == null || inForce.on(on),
                version,
                sha256,
                notEncoded,
                rules);
    }

    String fileOf(Parameter parameter) {
        return id + "/parameters/" + parameter.name() + ".yaml";
    }

    String fileOf(Table table) {
        return id + "/tables/" + table.name() + ".csv";
    }

    /** The same pack with other values. */
    Pack with(List<Parameter> otherParameters, List<Table> otherTables) {
        return new Pack(
                id,
                title,
                documentNumber,
                jurisdiction,
                layer,
                datedBy,
                inForce,
                succeeds,
                version,
                sha256,
                notEncoded,
                documents,
                otherParameters,
                otherTables,
                texts,
                pages);
    }

    /** Rows of all tables and parameters on a day; a parameter that has no value then is a row without value. */
    List<Row> rowsOn(LocalDate day) {
        List<Row> rows = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Parameter.Entry entry = parameter.values().stream()
                    .filter(e -> e.validity().on(day))
                    .findFirst()
                    .orElse(null);
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", qualified(parameter));
            values.put(
                    "value",
                    entry == null || entry.value() == null
                            ? null
                            : (Double) entry.value().doubleValue());
            Citation citation = entry == null
                    ? new Citation(id, title, parameter.title().zh(), Grade.UNCONFIRMED)
                    : new Citation(
                            id,
                            title,
                            entry.clause(),
                            entry.grade(),
                            entry.document(),
                            ValueName.of(fileOf(parameter), entry));
            rows.add(new Row("Parameter", qualified(parameter), values, citation));
        }
        for (Table table : tables) {
            table.rows().stream()
                    .filter(e -> e.validity().on(day))
                    .map(Table.Entry::row)
                    .forEach(rows::add);
        }
        return rows;
    }
}
