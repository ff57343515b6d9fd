package redline.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redline.exchange.Refused.Why;
import redline.intake.Hash;
import redline.quantity.Language;

/** A package is taken whole, as it was signed, or not at all. */
class SignedPackageTest {
    private static final int CHANGES = 600;

    @TempDir
    static Path folder;

    private static SigningKey station;
    private static Exchange office;
    private static byte[] sound;

    @BeforeAll
    static void a_self_check_that_the_office_trusts() throws IOException {
        station = SigningKey.make(folder.resolve("station"), "桐乡自检站");
        SigningKey.make(folder.resolve("office"), "桐乡审查");
        trust("office", "station");
        office = Exchange.open(folder.resolve("office"));
        sound = SamplePackage.bytes(station);
    }

    private static void trust(String who, String whom) throws IOException {
        Path trusted = Files.createDirectories(folder.resolve(who).resolve(Exchange.TRUSTED));
        Files.copy(folder.resolve(whom).resolve(SigningKey.PUBLIC_FILE), trusted.resolve(whom + ".pub"));
    }

    private static SignedPackage open(byte[] zip) throws IOException, Refused {
        return SignedPackage.open(SamplePackage.upload(folder, zip), office);
    }

    private static Refused refused(byte[] zip) {
        Refused refused = catchThrowableOfType(Refused.class, () -> open(zip).close());
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.what().zh()).isNotBlank();
        assertThat(refused.remedy().in(Language.EN)).isNotBlank();
        return refused;
    }

    /** Everything of a package that is taken. */
    private static Map<String, String> taken(SignedPackage opened) throws IOException {
        Map<String, String> taken = new TreeMap<>();
        taken.put("manifest", new String(opened.json(), StandardCharsets.UTF_8));
        taken.put("signer", opened.signer().fingerprint());
        for (PackedFile file : opened.manifest().files()) {
            taken.put(file.path(), Hash.of(opened.file(file).bytes()));
        }
        return taken;
    }

    @Test
    void what_was_packed_comes_out_as_it_was_with_all_that_was_said_of_it() throws Exception {
        try (SignedPackage opened = open(sound)) {
            SubmissionManifest manifest = opened.submission();

            assertThat(opened.signer().name()).isEqualTo("桐乡自检站");
            assertThat(manifest).isEqualTo(SamplePackage.ready(station).manifest());
            assertThat(manifest.choices()).isEqualTo(SamplePackage.CHOICES);
            assertThat(manifest.handedInFiles().stream().map(PackedFile::name))
                    .containsExactly("总平面.dxf", "..", "规划条件.yaml");
            assertThat(opened.file(manifest.handedInFiles().get(2)).bytes())
                    .isEqualTo("redline: 1\nconditions: []\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_same_files_make_the_same_bytes_at_any_time() throws IOException {
        assertThat(SamplePackage.bytes(station)).isEqualTo(sound);
    }

    @Test
    void one_changed_byte_anywhere_is_refused_or_changes_nothing_that_is_taken() throws Exception {
        Map<String, String> whole;
        try (SignedPackage opened = open(sound)) {
            whole = taken(opened);
        }
        Random random = new Random(20_260_302);
        List<Integer> wrong = new ArrayList<>();
        int refusals = 0;
        for (int change = 0; change < CHANGES; change++) {
            byte[] changed = sound.clone();
            int at = random.nextInt(changed.length);
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(SignedPackage.claimed(SamplePackage.upload(folder, changed)))
                    .as("still known for a package, byte " + at)
                    .isTrue();
            try (SignedPackage opened = open(changed)) {
                if (!taken(opened).equals(whole)) {
                    wrong.add(at);
                }
            } catch (Refused refused) {
                refusals++;
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refusals).isGreaterThan(CHANGES / 2);
    }

    @Test
    void an_unknown_key_is_told_with_its_fingerprint() throws IOException {
        SigningKey stranger = SigningKey.make(folder.resolve("stranger"), "桐乡自检站");

        Refused refused = refused(SamplePackage.bytes(stranger));

        assertThat(refused.why()).isEqualTo(Why.UNKNOWN_KEY);
        assertThat(refused.fingerprint()).isEqualTo(stranger.installation().fingerprint());
        assertThat(refused.what().zh()).contains(stranger.installation().grouped());
    }

    @Test
    void a_file_that_is_changed_missing_or_added_is_named() throws IOException {
        String drawing = "files/01 总平面.dxf";
        assertThat(refused(with(drawing, new byte[300])).why()).isEqualTo(Why.FILE_CHANGED);
        assertThat(refused(with(drawing, null)).what().zh()).isEqualTo("缺少文件：" + drawing);
        assertThat(refused(with("files/09 也要.dxf", new byte[1])).what().en())
                .isEqualTo("there is a file too many: files/09 也要.dxf");
        assertThat(refused(with("submission.json", null)).why()).isEqualTo(Why.INCOMPLETE);
        assertThat(refused(with("submission.sig", null)).why()).isEqualTo(Why.INCOMPLETE);
        assertThat(refused(with("answer.sig", new byte[64])).why()).isEqualTo(Why.INCOMPLETE);
    }

    private static byte[] with(String path, byte[] contents) throws IOException {
        Map<String, byte[]> entries = SamplePackage.entries(sound);
        if (contents == null) {
            assertThat(entries.remove(path)).isNotNull();
        } else {
            entries.put(path, contents);
        }
        return SamplePackage.zip(entries);
    }

    @Test
    void a_signature_of_another_length_or_of_another_message_is_broken() throws IOException {
        byte[] signature = SamplePackage.entries(sound).get("submission.sig");
        for (int length : new int[] {0, 1, 63, 65, 128, 100_000}) {
            assertThat(refused(with("submission.sig", java.util.Arrays.copyOf(signature, length)))
                            .why())
                    .as(length + " bytes")
                    .isEqualTo(Why.BROKEN_SIGNATURE);
        }
        assertThat(refused(with("submission.sig", station.sign(new byte[] {1}))).why())
                .isEqualTo(Why.BROKEN_SIGNATURE);
    }

    @Test
    void signed_json_that_is_none_of_ours_is_refused_with_what_to_do() throws IOException {
        String json = new String(SamplePackage.entries(sound).get("submission.json"), StandardCharsets.UTF_8);
        for (String manifest : List.of(
                "",
                "[]",
                "{",
                "null",
                json + "{}",
                json.replaceFirst("\\{", "{\"project\": \"another\","),
                json.replace("\"version\" : 1", "\"version\" : 2"),
                json.replaceFirst("\\{", "{\"more\": 1,"),
                json.replace("\"role\" : \"result\"", "\"role\" : \"scheme\""),
                json.replace(station.installation().fingerprint(), "0".repeat(64)),
                json.replace("\"name\" : \"..\"", "\"name\" : \"../../etc/passwd\""),
                "[".repeat(100_000))) {
            assertThat(refused(signed(manifest)).why())
                    .as(manifest.substring(0, Math.min(80, manifest.length())))
                    .isEqualTo(Why.FORMAT);
        }
    }

    @Test
    void a_manifest_of_megabytes_is_not_read() throws IOException {
        String json = new String(SamplePackage.entries(sound).get("submission.json"), StandardCharsets.UTF_8);

        assertThat(refused(signed(" ".repeat(5_000_000) + json)).why()).isEqualTo(Why.FORMAT);
    }

    private static byte[] signed(String manifest) throws IOException {
        byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> entries = SamplePackage.entries(sound);
        entries.put("submission.json", bytes);
        entries.put("submission.sig", station.sign(bytes));
        return SamplePackage.zip(entries);
    }

    @Test
    void names_that_point_elsewhere_bombs_and_two_of_one_name_are_refused_before_anything_is_looked_at()
            throws IOException {
        assertThat(refused(with("../../evil.dxf", new byte[1])).why()).isEqualTo(Why.ZIP);
        assertThat(refused(with("/etc/evil", new byte[1])).why()).isEqualTo(Why.ZIP);
        assertThat(refused(with("files/bomb.dxf", new byte[40_000_000])).why()).isEqualTo(Why.ZIP);
        Map<String, byte[]> many = new LinkedHashMap<>(SamplePackage.entries(sound));
        for (int i = 0; i < 2_100; i++) {
            many.put("files/x" + i, new byte[0]);
        }
        assertThat(refused(SamplePackage.zip(many)).why()).isEqualTo(Why.ZIP);
        // The same name in the other slash: the unpacker knows both.
        assertThat(refused(with("files\\01 总平面.dxf", new byte[300])).why()).isEqualTo(Why.ZIP);
        assertThat(refused("PK".getBytes(StandardCharsets.UTF_8)).why()).isEqualTo(Why.ZIP);
    }

    @Test
    void an_archive_that_was_handed_in_is_carried_as_it_is() throws Exception {
        byte[] inner = SamplePackage.zip(Map.of("a.dxf", new byte[] {1}));
        PackageWriter writer = new PackageWriter();
        writer.add(PackedFile.RESULT_PATH, PackedFile.Role.RESULT, SamplePackage.text("{}"));
        writer.add(PackedFile.REPORT_PATH, PackedFile.Role.REPORT, SamplePackage.text("%PDF"));
        writer.add("files", PackedFile.Role.SCHEME, "方案.zip", 1, Content.of(inner));
        SubmissionManifest like =
                (SubmissionManifest) SamplePackage.ready(station).manifest();
        byte[] zip = SamplePackage.bytes(writer.signed(
                station,
                files -> new SubmissionManifest(
                        like.installation(),
                        like.fingerprint(),
                        like.handedIn(),
                        like.project(),
                        like.profile(),
                        like.dates(),
                        like.choices(),
                        like.verdict(),
                        like.program(),
                        like.rules(),
                        files)));

        try (SignedPackage opened = open(zip)) {
            assertThat(opened.file(opened.submission().handedInFiles().get(0)).bytes())
                    .isEqualTo(inner);
        }
    }

    @Test
    void any_other_zip_is_no_package() throws IOException {
        byte[] other = SamplePackage.zip(Map.of("总平面.dxf", new byte[] {1}));

        assertThat(SignedPackage.claimed(SamplePackage.upload(folder, other))).isFalse();
        assertThat(SignedPackage.claimed(SamplePackage.upload(folder, new byte[0])))
                .isFalse();
        assertThat(SignedPackage.claimed(SamplePackage.upload(folder, sound))).isTrue();
    }

    @Test
    void nothing_stays_unpacked_of_what_was_refused() throws IOException {
        int length = 4_099;

        refused(with("submission.sig", new byte[length]));

        assertThat(unpackedOfLength(length)).isEmpty();
    }

    /** Other Java machines of the tests unpack into the same folder at the same time: only this length is looked for. */
    private static List<Path> unpackedOfLength(long length) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().startsWith("redline-zip-"))
                    .toList()) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(file -> file.toFile().length() == length).forEach(found::add);
                } catch (UncheckedIOException | NoSuchFileException gone) {
                    continue; // another test's folder was removed while it was read
                }
            }
        }
        return found;
    }
}
