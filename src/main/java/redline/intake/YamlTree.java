package redline.intake;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import redline.quantity.Text;

/** YAML 1.2, one document, without anchors, aliases and tags. */
final class YamlTree {
    private static final Pattern NULL = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)|NaN|[-+]?Infinity");

    private final Iterator<Event> events;
    private int nodes;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    /** Null when there is no document. */
    static Node read(String text) throws Unreadable {
        // With the small buffer it comes with, the scanner takes minutes over one line of megabytes.
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Limits.BYTES + 1)
                .setBufferSize(Math.max(1024, text.length()))
                .build();
        try {
            return new YamlTree(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException broken) {
            throw YamlSyntax.unreadable(broken, text);
        } catch (ReaderException broken) {
            throw YamlSyntax.unreadable(broken, text);
        } catch (YamlEngineException broken) {
            throw YamlSyntax.unreadable(0, 0, "", "");
        }
    }

    private Node document() throws Unreadable {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof StreamStartEvent || event instanceof DocumentEndEvent) {
                continue;
            }
            if (event instanceof DocumentStartEvent) {
                if (root != null) {
                    throw new Unreadable(
                            line(event),
                            new Text("文件里有第二个 YAML 文档(“---”)", "The file holds a second YAML document (\"---\")"),
                            new Text(
                                    "一个文件只写一个方案,请删去“---”以后的内容",
                                    "One file holds one scheme; remove what follows \"---\""));
                }
            } else if (event instanceof NodeEvent) {
                root = node(event, 1);
            }
        }
        return root;
    }

    private Node node(Event event, int depth) throws Unreadable {
        int line = line(event);
        if (depth > Limits.DEPTH) {
            throw Limits.tooDeep(line);
        }
        if (++nodes > Limits.ELEMENTS) {
            throw Limits.tooMany(line);
        }
        plainYaml(event, line);
        if (event instanceof MappingStartEvent) {
            Tree.Keys keys = new Tree.Keys();
            for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
                if (!(node(key, depth + 1) instanceof Node.Scalar name)) {
                    throw new Unreadable(
                            line(key),
                            new Text("键不是文字", "A key is not a text"),
                            new Text("键写成一个英文单词,例如 name:", "Write a key as one word, for example name:"));
                }
                keys.put(name.text(), name.line(), node(events.next(), depth + 1));
            }
            return keys.table(line);
        }
        if (event instanceof SequenceStartEvent) {
            List<Node> items = new ArrayList<>();
            for (Event item = events.next(); !(item instanceof SequenceEndEvent); item = events.next()) {
                items.add(node(item, depth + 1));
            }
            return new Node.Sequence(line, items);
        }
        ScalarEvent scalar = (ScalarEvent) event;
        return new Node.Scalar(line, style(scalar), scalar.getValue(), scalar.isPlain());
    }

    /** Anchors, aliases and tags make a file that says one thing and means another; none is needed here. */
    private static void plainYaml(Event event, int line) throws Unreadable {
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (event instanceof AliasEvent
                || event instanceof NodeEvent anchored && anchored.getAnchor().isPresent()) {
            throw new Unreadable(
                    line,
                    new Text("不支持 YAML 锚点和别名(& 与 *)", "YAML anchors and aliases (& and *) are not supported"),
                    new Text(
                            "请把内容原样写出;以 & 或 * 开头的文字加引号",
                            "Write the content out; put quotes around a text that begins with & or *"));
        }
        if (tagged) {
            throw new Unreadable(
                    line,
                    new Text("不支持 YAML 标签(!)", "YAML tags (!) are not supported"),
                    new Text("删去标签;以 ! 开头的文字加引号", "Remove the tag; put quotes around a text that begins with !"));
        }
    }

    private static Node.Style style(ScalarEvent scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return Node.Style.TEXT;
        }
        if (text.length() > 64) {
            return Node.Style.TEXT;
        }
        if (NULL.matcher(text).matches()) {
            return Node.Style.NULL;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return Node.Style.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? Node.Style.NUMBER : Node.Style.TEXT;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
