package redline.intake;

import java.util.LinkedHashMap;
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
            Node root = isJson(source.name(), text) ? JsonTree.read(text, complaints) : YamlTree.read(text, complaints);
            if (root instanceof Node.Table table) {
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

    /** Collects the keys of one table; the first of two equal keys stays. */
    static final class Keys {
        private final Map<String, Node.Entry> entries = new LinkedHashMap<>();
        private final Complaints complaints;

        Keys(Complaints complaints) {
            this.complaints = complaints;
        }

        void put(String key, int line, Node value) {
            Node.Entry first = entries.putIfAbsent(key, new Node.Entry(line, value));
            if (first != null) {
                complaints.add(
                        line,
                        key,
                        new Text(
                                "同一层里键“" + key + "”出现两次(第 " + first.keyLine() + " 行已有)",
                                "Key \"" + key + "\" stands twice in one table (first on line " + first.keyLine()
                                        + ")"),
                        new Text("只留一个", "Keep one of them"));
            }
        }

        Map<String, Node.Entry> entries() {
            return entries;
        }
    }
}
