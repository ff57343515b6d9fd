package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.CaseForm;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.intake.file.Unpacked;
import redline.intake.file.Upload;
import redline.upload.ReceivedFiles;
import redline.upload.UploadRoom;

/**
 * Opens a case from one zip: drawings, tables and data become its first round, documents go to the list of materials by the words in their
 * names. The zip is unpacked within limits, under names of our own ({@link Unpacked}); where it is refused no case is opened.
 */
@Component
class BundleDesk {
    /** What readers of schemes read. */
    private static final Set<String> READ = Set.of(
            "dxf", "dwg", "xlsx", "xlsm", "xls", "csv", "json", "geojson", "gpkg", "shp", "shx", "dbf", "prj", "cpg",
            "ifc", "gml", "yaml", "yml");

    private final Office office;
    private final Cases cases;
    private final CaseFiles files;
    private final Rounds rounds;
    private final UploadRoom room;
    private final SentPackages packages;
    private final CaseWords words;

    BundleDesk(
            Office office,
            Cases cases,
            CaseFiles files,
            Rounds rounds,
            UploadRoom room,
            SentPackages packages,
            CaseWords words) {
        this.packages = packages;
        this.office = office;
        this.cases = cases;
        this.files = files;
        this.rounds = rounds;
        this.room = room;
        this.words = words;
    }

    /**
     * What became of a zip.
     *
     * @param scheme names of the files of the first round
     * @param materials names by item of the list
     * @param unknown names of files whose use is not known; they were not kept
     */
    record Taken(String number, List<String> scheme, Map<String, List<String>> materials, List<String> unknown) {}

    private record Inside(Upload file) implements CaseFiles.Arriving {
        @Override
        public String name() {
            return file.name().substring(file.name().lastIndexOf('/') + 1);
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    private record Sent(MultipartFile zip) implements UploadRoom.Arriving {
        @Override
        public String name() {
            return "bundle.zip";
        }

        @Override
        public InputStream open() throws IOException {
            return zip.getInputStream();
        }
    }

    /** What a project is called whose zip has this name. */
    static String project(String zip) {
        String last = String.valueOf(zip).replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return last.replaceFirst("(?i)\\.zip$", "")
                .replaceFirst(" 送审包( ?\\(\\d+\\))?$", "")
                .strip();
    }

    /** A package of a self-check becomes the first round; days that the form leaves open are those that it was checked by. */
    private Taken take(Account me, Account applicant, CaseForm form, ArrivedPackage arrived) throws IOException {
        OfficeCase kase = cases.open(
                me,
                applicant,
                new CaseForm(
                        form.kind(),
                        form.business(),
                        form.project(),
                        form.projectCode(),
                        form.parcelCode(),
                        form.letter(),
                        form.profile(),
                        form.dates().or(arrived.manifest().dates()),
                        form.fields(),
                        form.inherits(),
                        form.approved()));
        List<CaseFiles.Arriving> scheme = arrived.files();
        rounds.submit(me, kase.id(), scheme, office.today(), arrived.choices(me), arrived.pack());
        return new Taken(
                kase.number(),
                new ArrayList<>(scheme.stream().map(CaseFiles.Arriving::name).toList()),
                Map.of(),
                List.of());
    }

    Taken open(Account me, Account applicant, CaseForm form, MultipartFile zip) throws IOException {
        ReceivedFiles received = room.receive(List.of(new Sent(zip)));
        try (ArrivedPackage arrived =
                packages.in(me, "exchange", received, true).orElse(null)) {
            return arrived != null ? take(me, applicant, form, arrived) : unpack(me, applicant, form, received);
        } finally {
            received.delete();
        }
    }

    private Taken unpack(Account me, Account applicant, CaseForm form, ReceivedFiles received) throws IOException {
        try (Unpacked unpacked = Unpacked.of(received.uploads().get(0))) {
            if (unpacked.refusal() != null) {
                throw new Untaken(
                        "BUNDLE",
                        words.of(unpacked.refusal().what()),
                        words.of(unpacked.refusal().remedy()));
            }
            return take(me, applicant, form, unpacked.files());
        }
    }

    private Taken take(Account me, Account applicant, CaseForm form, List<Upload> inside) throws IOException {
        List<Inside> scheme = new ArrayList<>();
        Map<String, List<Inside>> materials = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (Upload upload : inside) {
            Inside file = new Inside(upload);
            boolean read = READ.contains(upload.extension().toLowerCase(Locale.ROOT));
            if (read) {
                scheme.add(file);
            }
            var item = office.tables().itemOf(file.name());
            item.ifPresent(found -> materials
                    .computeIfAbsent(found.id(), first -> new ArrayList<>())
                    .add(file));
            if (!read && item.isEmpty()) {
                unknown.add(upload.name());
            }
        }
        if (scheme.isEmpty() && materials.isEmpty()) {
            throw new Untaken("BUNDLE_EMPTY");
        }
        OfficeCase kase = cases.open(me, applicant, form);
        for (Map.Entry<String, List<Inside>> entry : materials.entrySet()) {
            files.add(me, kase, entry.getKey(), entry.getValue());
        }
        if (!scheme.isEmpty()) {
            rounds.submit(me, kase.id(), scheme, office.today(), RoundChoices.NONE);
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        materials.forEach((item, list) -> named.put(item, names(list)));
        return new Taken(kase.number(), names(scheme), named, unknown);
    }

    private static List<String> names(List<Inside> files) {
        return new ArrayList<>(files.stream().map(Inside::name).toList());
    }
}
