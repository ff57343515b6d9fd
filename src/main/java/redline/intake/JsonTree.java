package redline.intake;

import java.util.ArrayList;
import java.util.List;
import redline.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** JSON (RFC 8259), one value. NaN and Infinity are let through as numbers, to be complained of where they stand. */
final class JsonTree {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH + 2)
                    .maxStringLength(Limits.BYTES)
                    .maxNumberLength(Limits.BYTES)
                    .maxNameLength(Limits.BYTES)
                    .build())
            .build();

    private final JsonParser parser;
    private int nodes;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** Null when the file is empty. */
    static Node read(String text) throws Unreadable {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonTree tree = new JsonTree(parser);
            if (parser.nextToken() == null) {
                return null;
            }
            Node root = tree.node(1);
            if (parser.nextToken() != null) {
                throw new Unreadable(
                        tree.line(),
                        new Text("最外层的“}”之后还有内容", "Something follows the closing \"}\" of the file"),
                        new Text("请删去多余的内容", "Remove what follows"));
            }
            return root;
        } catch (JacksonException broken) {
            throw syntax(broken.getLocation(), text);
        }
    }

    private Node node(int depth) throws Unreadable {
        int line = line();
        if (depth > Limits.DEPTH) {
            throw Limits.tooDeep(line);
        }
        if (++nodes > Limits.ELEMENTS) {
            throw Limits.tooMany(line);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> table(line, depth);
            case START_ARRAY -> sequence(line, depth);
            case VALUE_STRING -> new Node.Scalar(line, Node.Style.TEXT, parser.getString(), false);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Scalar(line, Node.Style.BOOLEAN, parser.getString(), false);
            case VALUE_NULL -> new Node.Scalar(line, Node.Style.NULL, "null", false);
            default -> new Node.Scalar(line, Node.Style.NUMBER, parser.getString(), false);
        };
    }

    private Node table(int line, int depth) throws Unreadable {
        Tree.Keys keys = new Tree.Keys();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            keys.put(key, keyLine, node(depth + 1));
        }
        return keys.table(line);
    }

    private Node sequence(int line, int depth) throws Unreadable {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Node.Sequence(line, items);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private static Unreadable syntax(TokenStreamLocation at, String text) {
        int line = at == null ? 0 : Math.max(at.getLineNr(), 0);
        int column = at == null ? 0 : Math.max(at.getColumnNr(), 0);
        Text what = new Text(
                "JSON 语法错误,第 " + line + " 行第 " + column + " 列",
                "JSON syntax error at line " + line + ", column " + column);
        String content =
                line < 1 ? "" : text.lines().skip(line - 1L).findFirst().orElse("");
        return new Unreadable(line, what, remedy(content));
    }

    private static Text remedy(String content) {
        if (content.chars().anyMatch(c -> "\uFF0C\uFF1A\u201C\u201D\uFF5B\uFF5D\u3010\u3011".indexOf(c) >= 0)) {
            return new Text("标点请用半角 , : \" { }", "Use ASCII punctuation , : \" { }");
        }
        if (content.indexOf('\'') >= 0) {
            return new Text("JSON 的文字用双引号 \"", "Texts in JSON stand in double quotes");
        }
        return new Text(
                "请检查该处及上一行的逗号、引号和括号(最后一项后面没有逗号;数字前面没有多余的 0)",
                "Check commas, quotes and brackets here and on the line before (no comma after the last item, no leading zero)");
    }
}
