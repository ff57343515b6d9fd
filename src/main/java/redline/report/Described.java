package redline.report;

import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What a drawing says to somebody who does not see it: its {@code <desc>}, or where it has none its {@code <title>}. */
final class Described {
    private Described() {}

    /** The drawing with a sentence of its own; one that has a sentence keeps it. */
    static String with(String svg, String sentence) {
        if (svg.contains("<desc>")) {
            return svg;
        }
        int open = svg.indexOf('>') + 1;
        return svg.substring(0, open) + "<desc>" + Xml.escape(sentence) + "</desc>" + svg.substring(open);
    }

    /** The sentence of a drawing; empty where it has neither. */
    static String of(Element svg) {
        String title = "";
        for (Node child = svg.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("desc".equals(child.getNodeName())) {
                return child.getTextContent();
            }
            if ("title".equals(child.getNodeName())) {
                title = child.getTextContent();
            }
        }
        return title;
    }
}
