package redline.rulepack;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.quantity.Language;
import redline.quantity.Text;

/**
 * A column of a grid: how its cells are told to people and how what they type is kept.
 *
 * @param name as rules read it; {@code from}, {@code to}, {@code clause}, {@code grade} and {@code document} of the last five
 * @param label as the file heads it
 * @param unit empty where it has none
 * @param words that its cells may hold; empty where they are not listed
 */
public record GridColumn(String name, String label, Kind kind, String unit, List<Word> words) {
    private static final Pattern HEADER =
            Pattern.compile("[a-z][A-Za-z0-9]*:(number|text|yes-no)(?:\\[[^]]+])?(?:\\(([^)]+)\\))?");
    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final String THOUSANDS = "-?\\d{1,3}(,\\d{3})+(\\.\\d+)?";
    private static final Text ANY = new Text("任意", "any");
    private static final Text YES = new Text("是", "yes");
    private static final Text NO = new Text("否", "no");
    private static final String OPEN = "?";

    /** What its cells are. */
    public enum Kind {
        NUMBER,
        /** Out of a list. */
        WORDS,
        TEXT,
        YES_NO,
        DAY,
        GRADE
    }

    /** A code, and how people know it. */
    public record Word(String code, Text said) {}

    static boolean readable(String head) {
        return HEADER.matcher(head).matches();
    }

    /** All columns of a table, the one of documents also where the file has none yet. */
    static List<GridColumn> of(WrittenTable table) {
        List<GridColumn> columns = new ArrayList<>();
        List<String> names = List.copyOf(table.columns().keySet());
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Matcher type = HEADER.matcher(name + ":" + table.type(i));
            Kind kind = Kind.TEXT;
            List<Word> words = List.of();
            if (type.matches()) {
                boolean listed = type.group(2) != null;
                words = listed ? words(name, List.of(type.group(2).split("\\|", -1))) : List.of();
                kind = switch (type.group(1)) {
                    case "number" -> Kind.NUMBER;
                    case "yes-no" -> Kind.YES_NO;
                    default -> listed ? Kind.WORDS : Kind.TEXT;
                };
            }
            columns.add(new GridColumn(name, table.columns().get(name), kind, table.unit(i), words));
        }
        List<String> labels = table.lastLabels();
        columns.add(new GridColumn("from", labels.get(0), Kind.DAY, "", List.of()));
        columns.add(new GridColumn("to", labels.get(1), Kind.DAY, "", List.of()));
        columns.add(new GridColumn("clause", labels.get(2), Kind.TEXT, "", List.of()));
        columns.add(new GridColumn("grade", labels.get(3), Kind.GRADE, "", grades()));
        columns.add(new GridColumn(TableReader.DOCUMENT, labels.get(4), Kind.TEXT, "", List.of()));
        return List.copyOf(columns);
    }

    /** Codes that people know by the same word stand as they are. */
    private static List<Word> words(String column, List<String> codes) {
        Map<String, Long> said = codes.stream()
                .flatMap(code -> both(CodeWords.of(column, code)))
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        return codes.stream()
                .map(code -> {
                    Text word = CodeWords.of(column, code);
                    boolean alone = both(word).allMatch(one -> said.get(one) == 1);
                    return new Word(code, alone ? word : Text.same(code));
                })
                .toList();
    }

    private static Stream<String> both(Text word) {
        return Stream.of(word.zh(), word.en()).distinct();
    }

    private static List<Word> grades() {
        return PackReader.GRADES.entrySet().stream()
                .map(grade -> new Word(grade.getKey(), grade.getValue().title()))
                .toList();
    }

    /** {@code 退让距离 [m]}. */
    public String head() {
        return unit.isEmpty() ? label : label + " [" + unit + "]";
    }

    /** Whether, as far as the kind tells, it picks a row rather than says something of it. */
    boolean picks() {
        return kind == Kind.WORDS || kind == Kind.YES_NO;
    }

    /** A cell of the file as people read and type it. */
    public String shown(String cell, Language language) {
        String kept = stored(cell);
        return switch (kind) {
            case NUMBER -> kept.replace("inf", "∞");
            case TEXT, DAY -> kept;
            case WORDS, YES_NO, GRADE ->
                parts(kept).map(part -> said(part).in(language)).collect(Collectors.joining("|"));
        };
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split("\\|", -1)).map(String::strip);
    }

    private Text said(String code) {
        return known().filter(word -> word.code().equals(code))
                .map(Word::said)
                .findFirst()
                .orElse(Text.same(code));
    }

    private Stream<Word> known() {
        Stream<Word> general = switch (kind) {
            case YES_NO -> Stream.of(new Word("任意", ANY), new Word("yes", YES), new Word("no", NO));
            case WORDS -> Stream.of(new Word("任意", ANY));
            default -> Stream.empty();
        };
        return Stream.concat(general, words.stream());
    }

    /** What the file keeps of what was typed or pasted; what does not fit the column stays as it was typed, for the check to tell. */
    public String stored(String typed) {
        String cell = typed.replaceAll("\\s*[\r\n\t]+\\s*", " ").strip();
        if (cell.equals("？")) {
            return OPEN;
        }
        return switch (kind) {
            case TEXT -> cell;
            case DAY -> day(cell);
            case NUMBER -> parts(half(cell)).map(this::number).collect(Collectors.joining("|"));
            case WORDS, YES_NO, GRADE -> codes(cell);
        };
    }

    private String codes(String cell) {
        String whole = code(cell);
        if (whole != null) {
            return whole;
        }
        String all = several(cell.replace('｜', '|'), "\\|");
        return all != null ? all : cell;
    }

    /** Null where nothing of it is known. */
    private String several(String cell, String between) {
        List<String> codes = new ArrayList<>();
        Set<String> unknown = new HashSet<>();
        for (String part : cell.split(between, -1)) {
            String code = code(part.strip());
            if (code == null) {
                String deeper = between.equals("、") ? null : several(part, "、");
                unknown.addAll(deeper == null ? Set.of(part) : Set.of());
                codes.add(deeper == null ? part.strip() : deeper);
            } else {
                codes.add(code);
            }
        }
        return between.equals("、") && !unknown.isEmpty() ? null : String.join("|", codes);
    }

    private String code(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return known().filter(word -> word.code().equals(typed)
                        || word.said().zh().equals(typed)
                        || word.said().en().toLowerCase(Locale.ROOT).equals(lower))
                .map(Word::code)
                .findFirst()
                .orElse(null);
    }

    private String number(String part) {
        String plain = part.replace('−', '-').replace("∞", "inf");
        if (plain.matches(THOUSANDS)) {
            plain = plain.replace(",", "");
        }
        boolean share = unit.equals("%") && plain.matches("-?[0-9.]+\\s*%");
        return share ? plain.substring(0, plain.length() - 1).strip() : plain;
    }

    /** Full-width digits, signs and points as on a keyboard. */
    private static String half(String text) {
        StringBuilder half = new StringBuilder();
        text.chars().forEach(c -> half.append((char) (c >= '！' && c <= '～' ? c - 0xFEE0 : c)));
        return half.toString();
    }

    private static String day(String cell) {
        if (cell.equals("不限")) {
            return "";
        }
        Matcher day = DAY.matcher(cell);
        Matcher digits = DIGITS.matcher(cell);
        Matcher found = day.matches() ? day : digits.matches() ? digits : null;
        return found == null
                ? cell
                : "%s-%02d-%02d"
                        .formatted(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    /** Whether two cells say the same, however they are written. */
    boolean same(String one, String other) {
        String first = stored(one);
        String second = stored(other);
        BigDecimal number = kind == Kind.NUMBER ? Decimals.parse(first) : null;
        BigDecimal compared = kind == Kind.NUMBER ? Decimals.parse(second) : null;
        return number != null && compared != null ? number.compareTo(compared) == 0 : first.equals(second);
    }

    /** The same, but for the width of signs. */
    boolean alike(String one, String other) {
        return same(one, other) || same(half(one), half(other));
    }
}
