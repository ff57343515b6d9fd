package redline.intake.building;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An XML reader that goes element by element and knows how deep it is. */
final class Gml {
    private static final int LONGEST_TEXT = 10_000;
    private static final String XLINK = "http://www.w3.org/1999/xlink";

    private final XMLStreamReader xml;
    private int depth;

    Gml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** To the next child element of the one that is open; false at its end. Text between is passed over. */
    boolean child() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > Limits.DEEPEST) {
                    throw new XMLStreamException("deeper than " + Limits.DEEPEST, xml.getLocation());
                }
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return false;
            }
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("a DOCTYPE", xml.getLocation());
            }
        }
        return false;
    }

    /** Over the rest of the open element. */
    void skip() throws XMLStreamException {
        int inside = 1;
        while (inside > 0 && xml.hasNext()) {
            int event = xml.next();
            inside += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
        depth--;
    }

    String name() {
        return xml.getLocalName();
    }

    String space() {
        String space = xml.getNamespaceURI();
        return space == null ? "" : space;
    }

    /** As the file writes it, with its prefix where that is not of the standard. */
    String shownName() {
        String prefix = xml.getPrefix();
        return standard() || prefix == null || prefix.isEmpty() ? name() : prefix + ":" + name();
    }

    boolean standard() {
        String space = space();
        return space.startsWith("http://www.opengis.net/") || space.startsWith("urn:oasis:names:tc:ciq:");
    }

    boolean gml() {
        return space().startsWith("http://www.opengis.net/gml");
    }

    /** By local name, whatever its namespace ({@code gml:id}); null where absent. */
    String attribute(String local) {
        for (int n = 0; n < xml.getAttributeCount(); n++) {
            if (xml.getAttributeLocalName(n).equals(local)) {
                return xml.getAttributeValue(n);
            }
        }
        return null;
    }

    /** The id that a link within the file points at; null where there is none. */
    String link() {
        String href = xml.getAttributeValue(XLINK, "href");
        return href != null && href.startsWith("#") ? href.substring(1) : null;
    }

    int line() {
        return xml.getLocation().getLineNumber();
    }

    /**
     * The text of the open element up to its end or its first child element, trimmed and bounded.
     *
     * @param child whether it stopped at a child element, which is then open
     */
    record Content(String text, boolean child) {}

    Content content() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > Limits.DEEPEST) {
                    throw new XMLStreamException("deeper than " + Limits.DEEPEST, xml.getLocation());
                }
                return new Content(text.toString().trim(), true);
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                return new Content(text.toString().trim(), false);
            }
            if (xml.isCharacters() && text.length() < LONGEST_TEXT) {
                text.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(xml.getTextLength(), LONGEST_TEXT));
            }
        }
        return new Content(text.toString().trim(), false);
    }

    /** Adds the numbers of the open element, up to its end; NaN for what is none. */
    void numbers(Doubles into) throws XMLStreamException {
        StringBuilder word = new StringBuilder();
        int inside = 1;
        while (inside > 0 && xml.hasNext()) {
            int event = xml.next();
            inside += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            int length = xml.isCharacters() ? xml.getTextLength() : 0;
            // one step beyond the last text ends the last word
            for (int at = 0; at < length || inside == 0 && at == 0; at++) {
                char c = at < length ? xml.getTextCharacters()[xml.getTextStart() + at] : ' ';
                if (c > ' ' && c != ',') {
                    if (word.length() < 64) {
                        word.append(c);
                    }
                } else if (word.length() > 0) {
                    into.add(number(word));
                    word.setLength(0);
                }
            }
        }
        depth--;
    }

    private static double number(StringBuilder word) {
        try {
            return Double.parseDouble(word.toString());
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }
}
