package redline.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import redline.quantity.Text;
import redline.scheme.Building;
import redline.scheme.Dates;
import redline.scheme.Declared;
import redline.scheme.Letter;
import redline.scheme.Parcel;
import redline.scheme.Road;
import redline.scheme.Scheme;

/** Reads a scheme file (JSON or YAML), optionally with a conditions file that replaces its {@code conditions}. */
public final class SchemeReader {
    private final Session session;
    private final Source source;

    private SchemeReader(Session session, Source source) {
        this.session = session;
        this.source = source;
    }

    /** Never throws for bad input. {@code conditions} may be null. */
    public static Intake read(Source scheme, Source conditions) {
        return read(scheme, conditions, null);
    }

    /**
     * Never throws for bad input.
     *
     * @param conditions a file with {@code redline} and {@code conditions} only, or null
     * @param asOf stands for each date that the scheme does not state, or null
     */
    public static Intake read(Source scheme, Source conditions, LocalDate asOf) {
        return readWith(scheme, conditions, asOf == null ? Dates.unknown() : Dates.allOn(asOf));
    }

    /**
     * Never throws for bad input.
     *
     * @param given each stands for its date where the scheme does not state it
     */
    public static Intake readWith(Source scheme, Source conditions, Dates given) {
        return read(scheme, conditions, given, (type, kinds, required) -> {});
    }

    static Intake read(Source scheme, Source conditions, Dates given, Session.Vocabulary vocabulary) {
        Complaints complaints = new Complaints(scheme.name());
        Session session = new Session(complaints, vocabulary);
        Node.Table tree = Tree.read(scheme, complaints);
        Complaints ofLetter = new Complaints(conditions == null ? "" : conditions.name());
        Node.Table letterTree = conditions == null ? null : Tree.read(conditions, ofLetter);
        List<Complaint> remarks = new ArrayList<>();
        Scheme read = null;
        if (tree != null) {
            read = new SchemeReader(session, scheme).scheme(tree, letterTree, ofLetter, given, conditions, remarks);
        }
        if (complaints.none() && ofLetter.none()) {
            return new Intake.Accepted(read, List.copyOf(remarks));
        }
        List<Complaint> all = new ArrayList<>(complaints.sorted());
        all.addAll(ofLetter.sorted());
        return new Intake.Refused(List.copyOf(all));
    }

    private Scheme scheme(
            Node.Table tree,
            Node.Table letterTree,
            Complaints ofLetter,
            Dates given,
            Source conditionsFile,
            List<Complaint> remarks) {
        Fields root = new Fields(session, "scheme", tree, "");
        Header.version(root);
        root.text("$schema");
        String name = root.text("name");
        root.require("name");
        String crs = Header.crs(root);
        var basis = Header.basis(root);
        var dates = Header.dates(root, given);
        var project = Header.project(root);
        List<Parcel> parcels = SiteLayers.parcels(root);
        Sites sites = new Sites(parcels);
        List<Road> roads = SiteLayers.roads(root);
        Set<String> ids = new HashSet<>();
        List<Building> buildings = BuildingLayers.buildings(root, sites, ids);
        List<Building> surroundings = BuildingLayers.surroundings(root, sites, ids);
        List<Letter> conditions;
        if (conditionsFile == null) {
            conditions = new ConditionsReader(sites).letters(root);
        } else {
            if (root.node("conditions", "list letter") != null) {
                remarks.add(new Complaint(
                        source.name(),
                        root.line("conditions"),
                        "conditions",
                        new Text(
                                "方案里的规划条件已由“" + conditionsFile.name() + "”代替",
                                "The conditions of the scheme are replaced by \"" + conditionsFile.name() + "\""),
                        new Text("如不应代替,请不要另给规划条件文件", "If they should stand, hand in no conditions file")));
            }
            conditions = letterTree == null ? null : letters(letterTree, ofLetter, sites);
        }
        Scheme scheme = new Scheme(
                name,
                conditionsFile == null ? Hash.of(source.bytes()) : Hash.of(source.bytes(), conditionsFile.bytes()),
                crs,
                basis,
                dates,
                project,
                parcels,
                conditions,
                buildings,
                surroundings,
                SiteLayers.sides(root, sites),
                roads,
                SiteLayers.controlLines(root),
                SiteLayers.greens(root, sites),
                SiteLayers.parking(root, sites),
                BuildingLayers.facilities(root, sites),
                SiteLayers.accesses(root, sites),
                BuildingLayers.areaElements(root),
                BuildingLayers.gaps(root),
                declared(root, sites),
                ElementLayers.figures(root, sites),
                ElementLayers.layers(root, sites));
        session.check();
        if (session.drawn) {
            root.require("crs");
        }
        root.close();
        return scheme;
    }

    private List<Letter> letters(Node.Table tree, Complaints ofLetter, Sites sites) {
        Fields root = new Fields(session.forFile(ofLetter), "conditionsFile", tree, "");
        Header.version(root);
        root.text("$schema");
        List<Letter> letters = new ConditionsReader(sites).letters(root);
        root.require("conditions");
        root.close();
        return letters;
    }

    private static List<Declared> declared(Fields root, Sites sites) {
        Set<String> used = new HashSet<>();
        return root.list("declared", "declared", fields -> {
            Declared declared = new Declared(
                    sites.site(fields),
                    fields.number("far", Magnitude.NUMBER),
                    fields.number("farFloorArea", Magnitude.AREA),
                    fields.number("floorAreaAbove", Magnitude.AREA),
                    fields.number("floorAreaBelow", Magnitude.AREA),
                    fields.number("commercialArea", Magnitude.AREA),
                    fields.number("footprint", Magnitude.AREA),
                    fields.number("density", Magnitude.SHARE),
                    fields.number("greenArea", Magnitude.AREA),
                    fields.number("greenRatio", Magnitude.SHARE),
                    count(fields, "motorSpaces"),
                    count(fields, "nonMotorSpaces"),
                    count(fields, "dwellings"));
            if (declared.site() == null) {
                fields.require("site");
            } else if (!used.add(declared.site())) {
                fields.complain(
                        "site",
                        new Text(
                                "“" + declared.site() + "”的申报指标写了两次",
                                "The indicators of \"" + declared.site() + "\" stand twice"),
                        new Text("每个地块或分区只写一次", "Write them once for each parcel or zone"));
            }
            return declared;
        });
    }

    private static BigDecimal count(Fields fields, String key) {
        return fields.number(key, Magnitude.COUNT);
    }
}
