package redline.rulepack;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import redline.quantity.Text;

/**
 * What stands in a YAML text, event by event: keys, lists and values. Anchors, references and tags make one text mean another, and
 * depth is what parsers fall over; both end the reading before a tree is built.
 */
final class YamlEvents implements Parser {
    private static final int DEEPEST = 20;

    /** @param line from 0 */
    static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1;

        final transient Text what;
        final transient Text remedy;
        final int line;

        private Unwanted(Optional<Mark> mark, Text what, Text remedy) {
            super(what.en(), null, false, false);
            this.line = mark.map(Mark::getLine).orElse(0);
            this.what = what;
            this.remedy = remedy;
        }
    }

    private final ParserImpl parser;
    private int depth;

    YamlEvents(LoadSettings settings, String text) {
        this.parser = new ParserImpl(settings, new StreamReader(settings, text));
    }

    @Override
    public boolean checkEvent(Event.ID choice) {
        return parser.checkEvent(choice);
    }

    @Override
    public Event peekEvent() {
        return parser.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return parser.hasNext();
    }

    @Override
    public Event next() {
        Event event = parser.next();
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                || event instanceof CollectionStartEvent start && start.getTag().isPresent();
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (event instanceof AliasEvent || anchored) {
            throw new Unwanted(
                    event.getStartMark(),
                    new Text("不允许锚点与引用(& 与 *)", "Anchors and references (& and *) are not allowed"),
                    new Text(
                            "把内容写出来;文字以 & 或 * 开头时加英文引号",
                            "Write it out; put quotes around a text that begins with & or *"));
        }
        if (tagged) {
            throw new Unwanted(
                    event.getStartMark(),
                    new Text("不允许类型标签(!)", "Tags (!) are not allowed"),
                    new Text("删去它;文字以 ! 开头时加英文引号", "Delete it; put quotes around a text that begins with !"));
        }
        depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
        if (depth > DEEPEST) {
            throw new Unwanted(
                    event.getStartMark(),
                    new Text("嵌套超过 " + DEEPEST + " 层", "Nested deeper than " + DEEPEST),
                    new Text("对照其他文件检查括号和缩进", "Check brackets and indentation against another file"));
        }
        return event;
    }
}
