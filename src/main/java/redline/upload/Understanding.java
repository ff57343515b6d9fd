package redline.upload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.intake.SchemeTree;
import redline.intake.Source;
import redline.intake.bundle.Bundle;
import redline.intake.bundle.Choices;
import redline.intake.bundle.Draft;
import redline.intake.file.FileContents;
import redline.intake.file.Upload;
import redline.intake.read.FileReader;
import redline.quantity.Text;
import redline.scheme.Dates;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was understood of files under some choices.
 *
 * @param intake the scheme that it is, or what stands in the way
 * @param assumed the coordinate system where none was stated nor chosen, else null
 */
public record Understanding(Material.Known files, Choices choices, Draft draft, Intake intake, String assumed) {
    private static final Set<String> OURS = Set.of("yaml", "yml", "json");

    /** @param crs of files that do not say theirs */
    static Understanding of(Material.Known files, Choices choices, Dates dates, String crs) {
        Draft draft = files.bundle().draft(choices);
        boolean stated = new JsonMapper().readTree(draft.scheme().bytes()).has("crs");
        if (!stated) {
            draft = files.bundle().draft(choices.withCrs(crs));
        }
        Intake intake = draft.intake(files.conditions(), dates);
        return new Understanding(files, choices, draft, intake, stated ? null : crs);
    }

    /** The same under other conditions. */
    Understanding with(Source conditions, Dates dates) {
        Material.Known under = new Material.Known(files.bundle(), files.names(), files.bytes(), conditions);
        return new Understanding(under, choices, draft, draft.intake(conditions, dates), assumed);
    }

    /** Whether anything of the files became part of a scheme, or could. */
    public boolean any() {
        return !draft.layers().isEmpty() || !draft.origins().isEmpty();
    }

    /** What is told beside a verdict, the assumed coordinate system first. */
    public List<Complaint> remarks() {
        List<Complaint> told = intake instanceof Intake.Accepted accepted ? accepted.remarks() : draft.remarks();
        return Stream.concat(
                        assumed == null ? Stream.<Complaint>empty() : Stream.of(assumption()),
                        told.stream().map(this::here))
                .toList();
    }

    private Complaint assumption() {
        return new Complaint(
                "",
                0,
                "",
                new Text(
                        "文件没有写明坐标系，按本局设定 " + assumed + " 读",
                        "No file states its coordinate system; read as " + assumed + ", the office's setting"),
                new Text("不对的，请选定坐标系", "If this is wrong, choose the coordinate system"));
    }

    /** What stands in the way; where nothing at all was understood, what is said of the files themselves. */
    public List<Complaint> complaints() {
        List<Complaint> ofFiles = Stream.concat(draft.complaints().stream(), draft.remarks().stream())
                .toList();
        boolean nothing = !any() && draft.contents().stream().anyMatch(FileContents::refused);
        if (nothing) {
            return ofFiles;
        }
        return intake instanceof Intake.Refused refused
                ? refused.complaints().stream().map(this::here).toList()
                : List.of();
    }

    /** What is asked for on the page is not asked for in a file that nobody wrote. */
    private Complaint here(Complaint complaint) {
        if (!complaint.file().equals(draft.scheme().name())) {
            return complaint;
        }
        String key = complaint.element() == null ? "" : complaint.element().replaceAll("[.\\[].*", "");
        return switch (key) {
            case "dates" ->
                new Complaint(
                        "",
                        0,
                        "",
                        new Text("还没有填写日期", "The dates are not filled in"),
                        new Text(
                                "请填写条件出具日、合同签订日和报审日，判定按这些日期当时有效的规定",
                                "Fill in when the conditions were issued, the contract signed and the application received:"
                                        + " the rules in force on these dates judge"));
            case "basis" ->
                new Complaint(
                        "",
                        0,
                        "",
                        complaint.what(),
                        new Text("不对的，请选“数从哪里取”", "If this is wrong, choose where numbers are taken from"));
            default -> new Complaint("", 0, complaint.element(), complaint.what(), complaint.remedy());
        };
    }

    /** What stands in each file, as {@code redline read} tells it. */
    static List<FileContents> contents(List<Upload> uploads) throws IOException {
        List<FileContents> contents = new ArrayList<>();
        for (Upload upload : uploads) {
            contents.add(FileReader.read(upload).contents());
        }
        return List.copyOf(contents);
    }

    /** Reads files: into a scheme file where that is all there is, else into what drafts are made of. */
    static Material read(List<Upload> uploads, Source conditions) throws IOException {
        Bundle bundle = Bundle.of(uploads);
        if (bundle.plain() || isOneBrokenScheme(uploads)) {
            return plain(uploads, conditions);
        }
        long bytes = 0;
        for (Upload upload : uploads) {
            bytes += upload.size();
        }
        return new Material.Known(bundle, uploads.stream().map(Upload::name).toList(), bytes, conditions);
    }

    private static Material plain(List<Upload> uploads, Source given) throws IOException {
        Source scheme = null;
        Source conditions = given;
        for (Upload upload : uploads) {
            Source source = new Source(upload.name(), upload.bytes());
            if (!SchemeTree.read(source).conditionsOnly()) {
                scheme = source;
            } else if (given == null) {
                conditions = source;
            }
        }
        return new Material.SchemeFile(scheme, conditions);
    }

    /** A file of our own kind alone that cannot be told for one: the reader of schemes says in which line and why. */
    private static boolean isOneBrokenScheme(List<Upload> uploads) throws IOException {
        if (uploads.size() != 1 || !OURS.contains(uploads.get(0).extension())) {
            return false;
        }
        FileContents contents = FileReader.read(uploads.get(0)).contents();
        Source source = new Source(uploads.get(0).name(), uploads.get(0).bytes());
        return contents.refused()
                && contents.format().equals("unknown")
                && !SchemeTree.read(source).conditionsOnly();
    }
}
