package redline.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import redline.quantity.Text;

/** Reads a source into located nodes. */
final class Tree {
    private Tree() {}

    /** The top table of the file, or null with a complaint added. */
    static Node.Table read(Source source, Complaints complaints) {
        try {
            if (source.bytes().length > Limits.BYTES) {
                throw new Unreadable(
                        0,
                        new Text("文件超过 20 MB", "The file is larger than 20 MB"),
                        new Text(
                                "请删去与审查无关的内容,或拆成几个方案文件",
                                "Leave out what the review does not need, or split the scheme"));
            }
            String text = Decoding.text(source.bytes());
            Node root = isJson(source.name(), text) ? JsonTree.read(text) : YamlTree.read(text);
            if (root instanceof Node.Table table) {
                repeats(root, "", complaints);
                return table;
            }
            throw new Unreadable(
                    root == null ? 1 : root.line(),
                    root == null || root.absent()
                            ? new Text("文件是空的", "The file is empty")
                            : new Text("文件最外层不是键值表", "The top of the file is not a table of keys"),
                    new Text(
                            "方案文件以“redline: 1”开头,格式见 docs/scheme-format.md",
                            "A scheme file starts with \"redline: 1\"; see docs/scheme-format.md"));
        } catch (Unreadable unreadable) {
            complaints.add(unreadable.in(complaints.file()));
            return null;
        }
    }

    private static boolean isJson(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return true;
        }
        return !lower.endsWith(".yaml")
                && !lower.endsWith(".yml")
                && text.stripLeading().startsWith("{");
    }

    /** Complains of equal keys, wherever they stand. */
    private static void repeats(Node node, String path, Complaints complaints) {
        if (node instanceof Node.Sequence sequence) {
            int ordinal = 0;
            for (Node item : sequence.items()) {
                repeats(item, path + "[" + Node.nameOf(item, ++ordinal) + "]", complaints);
            }
        } else if (node instanceof Node.Table table) {
            String prefix = path.isEmpty() ? "" : path + ".";
            for (Node.Repeat repeat : table.repeats()) {
                String key = Remedies.brief(repeat.key());
                int first = table.entries().get(repeat.key()).keyLine();
                complaints.add(
                        repeat.line(),
                        prefix + key,
                        new Text(
                                "键“" + key + "”重复(第 " + first + " 行已有)",
                                "Key \"" + key + "\" is repeated (first on line " + first + ")"),
                        new Text("只留一个", "Keep one of them"));
            }
            table.entries().forEach((key, entry) -> repeats(entry.value(), prefix + Remedies.brief(key), complaints));
        }
    }

    /** Collects the keys of one table. */
    static final class Keys {
        private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        private final List<Node.Repeat> repeats = new ArrayList<>();

        void put(String key, int line, Node value) {
            if (entries.putIfAbsent(key, new Node.Entry(line, value)) != null) {
                repeats.add(new Node.Repeat(key, line));
            }
        }

        Node.Table table(int line) {
            return new Node.Table(line, entries, repeats);
        }
    }
}
