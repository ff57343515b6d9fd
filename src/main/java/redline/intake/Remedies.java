package redline.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import redline.quantity.Text;

/** Wordings that several complaints share. */
final class Remedies {
    private Remedies() {}

    static <E extends Enum<E>> List<String> names(Class<E> words) {
        return Arrays.stream(words.getEnumConstants()).map(Enum::name).toList();
    }

    /** Short enough to stand within a sentence. */
    static String brief(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    static Text didYouMean(String nearest) {
        return new Text("是否应为 " + nearest + "?", "Did you mean " + nearest + "?");
    }

    static Text candidates(Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return new Text("方案里还没有这类要素,请先补上", "The scheme has none of that kind yet; add it");
        }
        String all = brief(candidates.stream().limit(20), candidates.size() > 20);
        return new Text("可用:" + all, "Possible: " + all);
    }

    private static String brief(Stream<String> words, boolean more) {
        String joined = String.join(", ", words.toList());
        return more ? joined + ", …" : joined;
    }

    static Text required(String key) {
        return switch (key) {
            case "id" -> new Text("每个要素都要有编号,例如 id: 1#", "Every element needs an id, for example id: 1#");
            case "crs" ->
                new Text(
                        "有图形就要写坐标系,例如 crs: EPSG:4549",
                        "Where something is drawn the CRS is obligatory, for example crs: EPSG:4549");
            case "basis" ->
                new Text(
                        "请写明取值依据:basis: drawing(图上量算)、itemised(明细表复算)或 table(指标表申报)",
                        "Say where numbers come from: basis: drawing, itemised or table");
            case "redline" -> new Text("请在开头写 redline: 1", "Begin the file with redline: 1");
            case "conditionsIssued", "contractSigned", "applicationReceived" ->
                new Text(
                        "请写日期,格式 年-月-日;适用哪一版规定由它决定",
                        "Write a date as year-month-day; it decides which edition of a rule applies");
            case "dates" ->
                new Text(
                        "请写三个日期:dates: { conditionsIssued: …, contractSigned: …, applicationReceived: … }",
                        "State three dates: dates: { conditionsIssued: …, contractSigned: …, applicationReceived: … }");
            case "name" -> new Text("请写方案名称", "Give the scheme a name");
            case "site" -> new Text("请写明是哪个地块或分区", "Say which parcel or zone it is about");
            default -> new Text("请补上", "Add it");
        };
    }

    /** What stands there. */
    static Text found(Node node) {
        if (node instanceof Node.Table) {
            return new Text("此处是键值表,类型不对", "A table of keys stands here, which is the wrong type");
        }
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNull()
                    ? new Text("此处是 null,类型不对", "Null stands here, which is the wrong type")
                    : new Text(
                            "“" + brief(scalar.text()) + "”的类型不对",
                            "\"" + brief(scalar.text()) + "\" is of the wrong type");
        }
        return new Text("此处是列表,类型不对", "A list stands here, which is the wrong type");
    }

    /** What should stand there; {@code kind} as in the published schema. */
    static Text asked(String kind) {
        String[] words = kind.split(" ", 2);
        return switch (words[0]) {
            case "text", "id" -> new Text("应为文字", "A text is asked for");
            case "truth" -> new Text("应为 true 或 false", "true or false is asked for");
            case "date" -> new Text("应为日期,例如 2025-06-01", "A date is asked for, for example 2025-06-01");
            case "bound" -> new Text("应为数", "A number is asked for");
            case "terms" -> new Text("应为文字或文字列表", "A text or a list of texts is asked for");
            case "code", "codeOrAny" ->
                new Text("应为用地代码,加引号,例如 \"0902\"", "A land-use code in quotes is asked for, for example \"0902\"");
            case "word", "words" ->
                new Text(
                        "应为 " + words[1].replace("|", "、") + " 之一",
                        "One of " + words[1].replace("|", ", ") + " is asked for");
            case "length", "elevation", "area", "share", "number", "count" -> {
                Text example = Magnitude.named(words[0]).example();
                yield new Text("应为数,例如 " + example.zh(), "A number is asked for, for example " + example.en());
            }
            case "polygon", "lineString", "point", "linesOrAreas" ->
                new Text("应为 WKT 文字或 GeoJSON 几何对象", "A WKT text or a GeoJSON geometry object is asked for");
            case "list" -> new Text("应为列表;没有就写 []", "A list is asked for; where there is none write []");
            default -> new Text("应为键值表", "A table of keys is asked for");
        };
    }
}
