package redline.intake.sheet;

import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import redline.quantity.Text;

/** A part read element by element, never as a whole. No DTD, no entity but the five of XML, nothing from outside. */
final class XmlPart implements AutoCloseable {
    private static final XMLInputFactory FACTORY = factory();

    private final GuardedStream in;
    private final XMLStreamReader reader;
    private final String part;
    private final String encoding;
    private int depth;

    private XmlPart(GuardedStream in, XMLStreamReader reader, String part, String encoding) {
        this.encoding = encoding;
        this.in = in;
        this.reader = reader;
        this.part = part;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is read from outside the file");
        });
        return factory;
    }

    static XmlPart open(GuardedStream in, String part) throws SheetFault {
        try {
            XmlEncoding encoding = XmlEncoding.of(in);
            return new XmlPart(in, FACTORY.createXMLStreamReader(encoding.characters()), part, encoding.name());
        } catch (IOException | XMLStreamException | RuntimeException unreadable) {
            throw in.fault() == null ? SheetFault.damaged(part) : in.fault();
        }
    }

    String part() {
        return part;
    }

    String encoding() {
        return encoding;
    }

    /** Moves to the next start or end of an element. False at the end of the part. */
    boolean next() throws SheetFault {
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    deeper();
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return true;
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    private void deeper() throws SheetFault {
        if (++depth > SheetLimits.DEPTH) {
            throw new SheetFault(
                    part,
                    new Text(
                            "元素嵌套超过 " + SheetLimits.DEPTH + " 层",
                            "Nested more than " + SheetLimits.DEPTH + " levels deep"),
                    new Text("请用 Excel 或 WPS 打开，另存为新的 .xlsx", "Open it in Excel or WPS and save it as a new .xlsx"));
        }
    }

    private int step() throws SheetFault {
        try {
            if (!reader.hasNext()) {
                return XMLStreamConstants.END_DOCUMENT;
            }
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw SheetFault.documentType(part);
            }
            return event;
        } catch (XMLStreamException | RuntimeException malformed) {
            if (in.fault() != null) {
                throw in.fault();
            }
            int line = reader.getLocation() == null
                    ? 0
                    : Math.max(0, reader.getLocation().getLineNumber());
            throw SheetFault.damaged(line <= 1 ? part : part + " line " + line);
        }
    }

    /** True at a start, false at an end. */
    boolean starts() {
        return reader.isStartElement();
    }

    /** How deep the element stands that was started last: 1 is the root; at an end, one less. */
    int depth() {
        return depth;
    }

    String name() {
        return reader.getLocalName();
    }

    /** Started, with this name, in the namespace of workbooks, transitional or strict. */
    boolean starts(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name) && spreadsheet();
    }

    boolean ends(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name) && spreadsheet();
    }

    boolean spreadsheet() {
        String namespace = reader.getNamespaceURI();
        return "http://schemas.openxmlformats.org/spreadsheetml/2006/main".equals(namespace)
                || "http://purl.oclc.org/ooxml/spreadsheetml/main".equals(namespace);
    }

    boolean strict() {
        return "http://purl.oclc.org/ooxml/spreadsheetml/main".equals(reader.getNamespaceURI());
    }

    /** An attribute without a namespace; null where there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name) && !relational(i)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** {@code r:id}. */
    String relationship() {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals("id") && relational(i)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private boolean relational(int i) {
        String namespace = reader.getAttributeNamespace(i);
        return namespace != null && !namespace.isEmpty();
    }

    static boolean truth(String written) {
        return written != null && (written.equals("1") || written.equals("true") || written.equals("on"));
    }

    /** The text inside the element that has just started, to its end; that of elements within it is left out. */
    String text() throws SheetFault {
        StringBuilder text = new StringBuilder();
        int inside = 0;
        while (true) {
            switch (step()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    deeper();
                    inside++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (inside-- == 0) {
                        return text.toString();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (inside == 0) {
                        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw SheetFault.damaged(part);
                default -> {}
            }
        }
    }

    @Override
    public void close() throws SheetFault {
        try {
            reader.close();
            in.close();
        } catch (XMLStreamException | IOException unreadable) {
            throw SheetFault.damaged(part);
        }
    }
}
