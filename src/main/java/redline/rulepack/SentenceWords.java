package redline.rulepack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import redline.quantity.Text;
import redline.requirement.Comparator;

/**
 * What sentences call the facts, tables, parameters and codes of one state of the packs. Every word has its home elsewhere: labels
 * in {@link PublishedFacts} and the second line of tables, codes in {@link CodeWords}, titles in the files of parameters and in
 * profiles.
 */
final class SentenceWords {
    static final String TABLE = "表";

    private static final Map<String, Text> PARAMETER_LABELS =
            Map.of("name", new Text("名称", "name"), "value", new Text("数值", "value"), "text", new Text("设定", "setting"));

    private final Map<String, FactType> types;
    private final Map<String, Text> parameters = new LinkedHashMap<>();
    /** File names of tables by row type. */
    private final Map<String, String> tables = new LinkedHashMap<>();

    private final Map<String, String> rowTypes = new HashMap<>();
    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final Map<String, Set<String>> columnWords = new HashMap<>();

    /** By type and property, as they are first needed. */
    private final Map<String, Spoken> spoken = new ConcurrentHashMap<>();

    /** Words by code and codes by word of one property. */
    private record Spoken(Map<String, String> words, Map<String, String> codes) {
        /** A word that two codes share, or that is a code itself, says neither. */
        static Spoken of(String property, Set<String> codes) {
            Map<String, Integer> times = new HashMap<>();
            codes.forEach(code -> times.merge(CodeWords.of(property, code).zh(), 1, Integer::sum));
            Map<String, String> words = new HashMap<>();
            Map<String, String> back = new HashMap<>();
            for (String code : codes) {
                String word = CodeWords.of(property, code).zh();
                String said = times.get(word) == 1 && !codes.contains(word) ? word : code;
                words.put(code, said);
                back.put(said, code);
            }
            return new Spoken(words, back);
        }
    }

    SentenceWords(Iterable<Pack> packs, Iterable<Profile> profiles) {
        List<Row.Type> rows = new ArrayList<>();
        for (Pack pack : packs) {
            pack.parameters().forEach(each -> parameters.put(pack.qualified(each), each.title()));
            for (Pack.Table table : pack.tables()) {
                rows.add(table.type());
                tables.put(table.type().name(), table.name());
                rowTypes.put(table.name(), table.type().name());
                table(table);
            }
        }
        for (Profile profile : profiles) {
            profile.options().forEach(option -> parameters.putIfAbsent(option.qualified(), option.title()));
        }
        this.types = RuleProgram.types(rows);
        for (FactType type : types.values()) {
            labels.computeIfAbsent(type.name(), name -> distinct(type, Map.of()));
        }
    }

    private void table(Pack.Table table) {
        String type = table.type().name();
        labels.put(type, distinct(PublishedFacts.rows(table.type()), table.labels()));
        for (Pack.Table.Entry entry : table.rows()) {
            entry.row().values().forEach((column, value) -> {
                if (value instanceof String word) {
                    columnWords
                            .computeIfAbsent(type + "." + column, key -> new LinkedHashSet<>())
                            .add(word);
                }
            });
        }
    }

    /** Label by property; a label that two columns share says nothing, and the column's own name stands instead. */
    private static Map<String, String> distinct(FactType type, Map<String, String> columns) {
        Map<String, String> wanted = new LinkedHashMap<>();
        Map<String, Integer> times = new HashMap<>();
        for (FactType.Property property : type.properties()) {
            String label = type.name().equals(PublishedFacts.PARAMETER)
                    ? PARAMETER_LABELS
                            .getOrDefault(property.name(), property.label())
                            .zh()
                    : columns.getOrDefault(property.name(), property.label().zh());
            wanted.put(property.name(), label.strip());
            times.merge(label.strip(), 1, Integer::sum);
        }
        wanted.replaceAll((name, label) ->
                label.isEmpty() || times.get(label) > 1 || SentenceText.unspeakable(label) != null ? name : label);
        return wanted;
    }

    Map<String, FactType> types() {
        return types;
    }

    FactType type(String name) {
        return types.get(name);
    }

    /** The head of a fact's sentences; rows of tables have their own form. */
    String head(FactType type) {
        return type.isRow() && !isParameter(type) ? TABLE : type.label().zh();
    }

    static boolean isParameter(FactType type) {
        return type.name().equals(PublishedFacts.PARAMETER);
    }

    String label(FactType type, String property) {
        return labels.get(type.name()).getOrDefault(property, property);
    }

    /** Title by qualified name. */
    Map<String, Text> parameters() {
        return parameters;
    }

    /** A parameter as sentences pick it: its title, where it has one that can be said, and its name. */
    String parameter(String name) {
        Text title = parameters.get(name);
        return title != null && SentenceParser.isTitle(title.zh()) ? title.zh() + " " + name : name;
    }

    /** File name without ending, by row type. */
    Map<String, String> tables() {
        return tables;
    }

    /** Row type of a table, null where there is none. */
    FactType rowsOf(String table) {
        return types.get(rowTypes.get(table));
    }

    /** The words that a property can hold, as far as they are known; empty where any text is possible. */
    Set<String> codes(FactType type, FactType.Property property) {
        return property.words().isEmpty()
                ? columnWords.getOrDefault(type.name() + "." + property.name(), Set.of())
                : property.words();
    }

    /** A text of the property in words; itself where it has none of its own. */
    String said(FactType type, FactType.Property property, String code) {
        return spoken(type, property).words().getOrDefault(code, code);
    }

    /** The text that {@link #said} puts into these words, null where the property knows no such. */
    String code(FactType type, FactType.Property property, String words) {
        Spoken spoken = spoken(type, property);
        String code = spoken.codes().get(words);
        boolean open = property.words().isEmpty() && !spoken.words().containsKey(words);
        return code != null ? code : open ? words : null;
    }

    private Spoken spoken(FactType type, FactType.Property property) {
        return spoken.computeIfAbsent(
                type.name() + "." + property.name(), key -> Spoken.of(property.name(), codes(type, property)));
    }

    static String said(Comparator comparator) {
        return switch (comparator) {
            case AT_LEAST -> "不小于";
            case AT_MOST -> "不大于";
            case EQUAL -> "等于";
            case ONE_OF -> "属于";
            case AT_LEAST_IN_TOTAL -> "合计不小于";
        };
    }
}
