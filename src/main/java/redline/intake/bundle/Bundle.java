package redline.intake.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Unpacked;
import redline.intake.file.Upload;
import redline.intake.file.Uploads;
import redline.intake.file.Wanted;
import redline.intake.read.FileReader;

/** The files of one scheme, read once; drafts of the scheme are made of them as often as the choices change. */
public final class Bundle {
    private static final Set<String> OURS = Set.of("yaml", "yml", "json");

    private final List<Part> parts = new ArrayList<>();
    private final UploadTables tables = UploadTables.load();
    private final Wanted wanted;

    /** @param tree of a file of this program's own kind, else null */
    record Part(String name, Reading reading, SchemeTree tree, Source source) {}

    private Bundle(boolean all) {
        wanted = all ? Wanted.ALL : this::used;
    }

    /** @throws IOException where a file cannot be read at all */
    public static Bundle of(List<Upload> uploads) throws IOException {
        Bundle bundle = new Bundle(true);
        bundle.read(uploads);
        return bundle;
    }

    /**
     * What {@link #contents(Choices)} tells of a bundle that serves for nothing else: shapes that no scheme uses are not kept.
     *
     * @param crs of the project, or null; where it is known, every shape is carried into it
     * @throws IOException where a file cannot be read at all
     */
    public static List<FileContents> contents(List<Upload> uploads, String crs) throws IOException {
        Bundle bundle = new Bundle(crs != null);
        bundle.read(uploads);
        return bundle.contents(Choices.none().withCrs(crs));
    }

    /** Labels may say what stands below them, on whatever layer. */
    private boolean used(String layer, SortedMap<String, String> attributes) {
        return tables.layers().meaning(layer).kind().used()
                || attributes.containsKey("text")
                || OwnRows.ours(layer, attributes);
    }

    private void read(List<Upload> uploads) throws IOException {
        for (Upload upload : uploads) {
            boolean part = Uploads.partOfShapefile(upload.extension())
                    && upload.beside("shp").isPresent();
            if (part) {
                continue; // read together with its .shp
            }
            if (upload.extension().equals("zip")) {
                unpack(upload);
            } else {
                parts.add(part(upload));
            }
        }
    }

    /** A zip is the files in it; one of shapefiles alone is read as one file with several layers. */
    private void unpack(Upload zip) throws IOException {
        try (Unpacked unpacked = Unpacked.of(zip)) {
            if (unpacked.refusal() != null) {
                FileContents refused = FileContents.refused(zip.name(), "ZIP", null, unpacked.refusal());
                parts.add(new Part(zip.name(), Reading.refused(refused), null, null));
                return;
            }
            List<Upload> inside = unpacked.files().stream()
                    .filter(file -> !Uploads.partOfShapefile(file.extension())
                            || file.beside("shp").isEmpty())
                    .toList();
            if (inside.stream().allMatch(file -> file.extension().equals("shp"))) {
                parts.add(part(zip));
                return;
            }
            for (Upload file : inside) {
                parts.add(part(file));
            }
        }
    }

    private Part part(Upload upload) throws IOException {
        if (OURS.contains(upload.extension()) && upload.size() <= FileReader.MOST_BYTES) {
            Source source = new Source(upload.name(), upload.bytes());
            SchemeTree tree = SchemeTree.read(source);
            if (tree.ours() || !upload.extension().equals("json")) {
                return new Part(upload.name(), null, tree, source);
            }
        }
        return new Part(upload.name(), FileReader.read(upload, wanted), null, null);
    }

    /** Whether everything there is is one scheme file, and perhaps a conditions file. */
    public boolean plain() {
        return parts.stream().allMatch(part -> part.tree() != null)
                && parts.stream().filter(part -> !part.tree().conditionsOnly()).count() == 1;
    }

    /** What stands in each file, what of it a scheme can use, and what is wrong with either. */
    public List<FileContents> contents(Choices choices) {
        Draft draft = draft(choices);
        return parts.stream().map(part -> alone(part, draft, choices)).toList();
    }

    /** A file's contents, with its values and every complaint about it. */
    private static FileContents alone(Part part, Draft draft, Choices choices) {
        FileContents contents = part.reading() == null
                ? SchemeContents.of(part.source(), part.tree())
                : draft.contents().stream()
                        .filter(file -> file.file().equals(part.name()))
                        .findFirst()
                        .orElse(part.reading().contents());
        List<FileContents.Trouble> troubles = new ArrayList<>(contents.complaints());
        Stream.concat(draft.complaints().stream(), draft.remarks().stream())
                .filter(complaint -> complaint.file().equals(part.name()))
                // Where nobody asked for a coordinate system, that there is none to go to is no trouble.
                .filter(complaint ->
                        choices.crs() != null || !complaint.element().equals("crs"))
                .map(complaint -> new FileContents.Trouble(
                        complaint.line() > 0 ? "line " + complaint.line() : complaint.element(),
                        complaint.what(),
                        complaint.remedy()))
                .filter(trouble -> !troubles.contains(trouble))
                .forEach(troubles::add);
        return contents.with(contents.values(), troubles);
    }

    /** The scheme as the files and the choices say it. */
    public Draft draft(Choices choices) {
        return new Draughtsman(parts, tables, choices, null).draft();
    }

    /** The same, with the office's control lines near the site. */
    public Draft draft(Choices choices, OfficeLayers office) {
        return new Draughtsman(parts, tables, choices, office).draft();
    }
}
