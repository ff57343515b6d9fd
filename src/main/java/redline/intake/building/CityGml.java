package redline.intake.building;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.intake.gis.Crs;
import redline.quantity.Text;

/**
 * CityGML 1.0 to 3.0, one member of the model after another. Elements of other namespaces (ADE) are counted; their own geometries are read as
 * objects of their own, since standard solids may link to them.
 */
public final class CityGml {
    private static final Pattern LOD =
            Pattern.compile("lod(\\d)(Solid|MultiSurface|Geometry|FootPrint|RoofEdge|Surface)");
    private static final Pattern VERSION = Pattern.compile("opengis\\.net/citygml/(?:profiles/base/)?(\\d\\.\\d)$");

    private final Troubles troubles = new Troubles();
    private final CityModel model = new CityModel(troubles);
    private final Map<String, Integer> foreign = new TreeMap<>();
    private final Map<String, Integer> surfaces = new TreeMap<>();
    private final GmlFaces faces = new GmlFaces(troubles);
    /** Objects within an object that are no part of a building: rooms, installations, those of extensions. */
    private final List<GmlPart> later = new ArrayList<>();

    private final Gml gml;
    private final GmlGeometry geometry;
    private final GmlValues values;
    private int unnamed;

    private CityGml(XMLStreamReader xml) {
        gml = new Gml(xml);
        geometry = new GmlGeometry(gml, faces, troubles);
        values = new GmlValues(gml, troubles);
    }

    /** @param start the first bytes of a file */
    public static boolean recognises(String start) {
        return start.contains("opengis.net/citygml") && start.contains("<");
    }

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try (InputStream in = upload.open()) {
            XMLStreamReader xml = factory.createXMLStreamReader(XmlText.open(in));
            try {
                return new CityGml(xml).of(upload, xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException damaged) {
            return Reading.refused(FileContents.refused(upload.name(), "CityGML", null, damaged(damaged)));
        }
    }

    private static FileContents.Trouble damaged(XMLStreamException damaged) {
        int line = damaged.getLocation() == null ? 0 : damaged.getLocation().getLineNumber();
        String reason = String.valueOf(damaged.getMessage());
        Text what = reason.contains("a DOCTYPE")
                ? new Text(
                        "文件带 DOCTYPE 声明，CityGML 不用它，可能有害",
                        "The file has a DOCTYPE, which CityGML does not use and which may do harm")
                : reason.contains("deeper than")
                        ? new Text("元素嵌套太深", "Elements are nested too deeply")
                        : new Text("从这里起不是完整的 XML", "From here on this is not complete XML");
        return new FileContents.Trouble(line > 0 ? "line " + line : "", what, CityWords.COMPLETE);
    }

    private Reading of(Upload upload, XMLStreamReader xml) throws XMLStreamException {
        if (!gml.child()) {
            throw new XMLStreamException("no element", xml.getLocation());
        }
        String version = version(xml);
        members();
        while (xml.hasNext()) {
            xml.next();
        }
        if (model.crs() == null) {
            model.crs(Crs.named(geometry.srsName()));
        }
        if (version == null) {
            troubles.add(
                    "line 1",
                    new Text("命名空间里看不出 CityGML 版本", "The namespaces tell no CityGML version"),
                    CityWords.VERSION_GML);
        }
        if (!foreign.isEmpty()) {
            int all = foreign.values().stream().mapToInt(Integer::intValue).sum();
            model.value("extensionElements", String.valueOf(all), String.join(", ", foreign.keySet()));
            troubles.add(
                    "",
                    new Text(
                            "有 " + all + " 个扩展（ADE）元素没有读：" + String.join("、", foreign.keySet()),
                            all + " elements of extensions (ADE) are not read: " + String.join(", ", foreign.keySet())),
                    CityWords.ADE);
        }
        surfaces.forEach((name, n) -> model.value("elements[" + name + "]", String.valueOf(n), ""));
        String encoding = xml.getCharacterEncodingScheme();
        return model.reading(upload.name(), "CityGML", version, encoding == null ? "UTF-8" : encoding);
    }

    private static String version(XMLStreamReader xml) {
        String found = null;
        for (int n = 0; n < xml.getNamespaceCount(); n++) {
            Matcher matcher = VERSION.matcher(String.valueOf(xml.getNamespaceURI(n)));
            found = matcher.find() ? matcher.group(1) : found;
        }
        return found;
    }

    /** The root: members, and its own extent. */
    private void members() throws XMLStreamException {
        while (gml.child()) {
            if (gml.space().contains("/appearance/")) {
                gml.skip();
                continue;
            }
            boolean extent = gml.name().equals("boundedBy");
            while (gml.child()) {
                if (gml.name().equals("Envelope")) {
                    envelope(extent);
                } else if (gml.space().contains("/appearance/") || gml.gml() || values.opens()) {
                    gml.skip();
                } else {
                    faces.clear();
                    GmlPart part = part();
                    settle(part);
                }
            }
        }
    }

    private void envelope(boolean ofModel) throws XMLStreamException {
        String epsg = Crs.named(gml.attribute("srsName"));
        int line = gml.line();
        if (model.crs() == null) {
            model.crs(epsg);
        }
        double[] said = new double[6];
        Arrays.fill(said, Double.NaN);
        while (gml.child()) {
            String name = gml.name();
            Doubles numbers = new Doubles();
            gml.numbers(numbers);
            double[] corner = numbers.all();
            if (corner.length == 3) {
                System.arraycopy(corner, 0, said, name.equals("upperCorner") ? 3 : 0, 3);
            }
        }
        if (ofModel) {
            model.envelope(said, "line " + line + " Envelope");
        }
    }

    private void settle(GmlPart part) {
        if (model.crs() == null) {
            model.crs(Crs.named(geometry.srsName()));
        }
        if (part.type.equals("Building") || part.type.equals("BuildingPart")) {
            model.building(
                    part.resolved(faces),
                    part.parts.stream().map(own -> own.resolved(faces)).toList());
        } else {
            model.other(part.resolved(faces));
            part.parts.forEach(own -> model.other(own.resolved(faces)));
        }
        faces.tell(part.from());
        later.forEach(other -> model.other(other.resolved(faces)));
        later.clear();
    }

    /** A city object, which is open. */
    private GmlPart part() throws XMLStreamException {
        if (!gml.standard()) {
            foreign();
        }
        String id = gml.attribute("id");
        GmlPart part = new GmlPart(gml.shownName(), id == null ? "#" + ++unnamed : id);
        while (gml.child()) {
            property(part, null);
        }
        return part;
    }

    private void foreign() {
        foreign.merge(gml.space().isEmpty() ? "?" : Troubles.shortened(gml.space()), 1, Integer::sum);
    }

    /** @param semantic name of the boundary surface around, null where there is none */
    private void property(GmlPart part, String semantic) throws XMLStreamException {
        String name = gml.name();
        Matcher lod = LOD.matcher(name);
        if (lod.matches()) {
            add(part, geometry.read(lod.group(1), semantic), semantic);
            return;
        }
        if (gml.space().contains("/appearance/") || name.startsWith("lod")) {
            gml.skip();
            return;
        }
        boolean standard = gml.standard();
        String uom = gml.attribute("uom");
        String generic = gml.attribute("name");
        int line = gml.line();
        if (!standard) {
            foreign();
        }
        Gml.Content content = gml.content();
        if (!content.child()) {
            if (standard && semantic == null && !content.text().isEmpty()) {
                GmlValues.write(part, name, content.text(), uom);
                values.check(name, content.text(), line);
            }
            return;
        }
        do {
            boolean boundary = name.equals("boundedBy") || name.equals("boundary");
            if (gml.name().equals("Envelope")) {
                envelope(false);
            } else if (gml.gml() || gml.space().contains("/appearance/")) {
                gml.skip();
            } else if (generic != null && gml.name().equals("value")) {
                GmlValues.write(part, generic, gml.content().text(), null);
            } else if (values.opens() || !Character.isUpperCase(gml.name().charAt(0))) {
                values.read(part, standard);
            } else if (boundary) {
                surface(part);
            } else {
                GmlPart inner = part();
                boolean ofBuilding = inner.type.equals("BuildingPart");
                if (ofBuilding && semantic == null) {
                    part.parts.add(inner);
                    part.parts.addAll(inner.parts);
                    inner.parts.clear();
                } else {
                    later.add(inner);
                }
            }
        } while (gml.child());
    }

    /** A boundary surface, standard or of an extension. */
    private void surface(GmlPart part) throws XMLStreamException {
        if (!gml.standard()) {
            foreign();
        }
        String semantic = gml.name().intern();
        surfaces.merge(gml.shownName(), 1, Integer::sum);
        while (gml.child()) {
            property(part, semantic);
        }
    }

    private static void add(GmlPart part, GmlPart.GmlBody body, String semantic) {
        if (semantic == null) {
            part.bodies.add(body);
        } else {
            List<GmlPart.Item> items = part.boundary.computeIfAbsent(body.lod(), none -> new ArrayList<>());
            items.addAll(body.surfaces());
            body.solids().forEach(shells -> shells.forEach(items::addAll));
        }
    }
}
