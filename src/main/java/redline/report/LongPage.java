package redline.report;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A page of {@link PageEngine} read piece by piece: what of it is to be laid out next is in {@link #document()}, within the elements that it
 * stands in, with the head of the page, what runs on each sheet and the heads of tables that go on.
 */
final class LongPage {
    private static final XMLInputFactory READERS = readers();
    private static final Set<String> STAYS_OF_TABLE = Set.of("thead", "colgroup");

    /** What has begun on a page before does not begin again. */
    private static final String GOES_ON = "; margin-top: 0; padding-top: 0; border-top: none; page-break-before: auto";

    private final XMLStreamReader in;
    private final Document document;
    private final Deque<Element> open = new ArrayDeque<>();
    private int pictures;
    private boolean ended;

    LongPage(String html) {
        try {
            in = READERS.createXMLStreamReader(new StringReader(html));
            document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (XMLStreamException | ParserConfigurationException everyJavaReadsXml) {
            throw new IllegalStateException(everyJavaReadsXml);
        }
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    Document document() {
        return document;
    }

    /** All elements of a name that are to be laid out. */
    List<Element> all(String name) {
        List<Element> found = new ArrayList<>();
        collect(document.getDocumentElement(), name, found);
        return found;
    }

    /** The lists of a document begin anew after every change of it. */
    private static void collect(Element of, String name, List<Element> found) {
        if (name.equals(of.getNodeName())) {
            found.add(of);
        }
        for (Node one = of.getFirstChild(); one != null; one = one.getNextSibling()) {
            if (one instanceof Element child) {
                collect(child, name, found);
            }
        }
    }

    /** Whether all of it has been read. */
    boolean ended() {
        return ended;
    }

    /**
     * Reads on.
     *
     * @param elements how many, without those of pictures; a picture is read to its end
     */
    void read(int elements) {
        int left = elements;
        try {
            while (left > 0 || pictures > 0) {
                int what = in.next();
                if (what == XMLStreamConstants.START_ELEMENT) {
                    start();
                    left -= pictures > 0 ? 0 : 1;
                } else if (what == XMLStreamConstants.END_ELEMENT) {
                    pictures -= open.pop().getNodeName().equals("svg") ? 1 : 0;
                } else if (what == XMLStreamConstants.CHARACTERS || what == XMLStreamConstants.SPACE) {
                    open.getFirst().appendChild(document.createTextNode(in.getText()));
                } else if (what == XMLStreamConstants.END_DOCUMENT) {
                    ended = true;
                    return;
                }
            }
        } catch (XMLStreamException unreadable) {
            throw new IllegalArgumentException("the page cannot be read", unreadable);
        }
    }

    private void start() {
        String prefix = in.getPrefix();
        String name = prefix == null || prefix.isEmpty() ? in.getLocalName() : prefix + ":" + in.getLocalName();
        Element element = document.createElementNS(in.getNamespaceURI(), name);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String of = in.getAttributePrefix(i);
            element.setAttributeNS(
                    in.getAttributeNamespace(i),
                    of == null || of.isEmpty() ? in.getAttributeLocalName(i) : of + ":" + in.getAttributeLocalName(i),
                    in.getAttributeValue(i));
        }
        pictures += name.equals("svg") ? 1 : 0;
        Node parent = open.isEmpty() ? document : open.getFirst();
        parent.appendChild(element);
        open.push(element);
    }

    /** Takes out what has been laid out: all that comes before an element of it. */
    void drop(Element next) {
        Node one = next;
        while (one.getParentNode() instanceof Element parent) {
            clearBefore(parent, one);
            String style = parent.getAttribute("style");
            if (!style.endsWith(GOES_ON)) {
                parent.setAttribute("style", style + GOES_ON);
            }
            one = parent;
        }
    }

    private static void clearBefore(Element parent, Node end) {
        Node one = parent.getFirstChild();
        while (one != end) {
            Node next = one.getNextSibling();
            if (!stays(parent, one)) {
                parent.removeChild(one);
            }
            one = next;
        }
    }

    private static boolean stays(Element parent, Node child) {
        return switch (parent.getNodeName()) {
            case "html" -> "head".equals(child.getNodeName());
            case "body" ->
                child instanceof Element element
                        && element.getAttribute("class").startsWith("running-");
            case "table" -> STAYS_OF_TABLE.contains(child.getNodeName());
            default -> false;
        };
    }
}
