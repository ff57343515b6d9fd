package redline.review;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.RoundChoices;
import redline.casefile.RoundPackage;
import redline.exchange.PackedFile;
import redline.exchange.SignedPackage;
import redline.exchange.SubmissionManifest;
import redline.intake.Hash;
import redline.intake.bundle.Choices;
import redline.intake.file.Upload;
import redline.upload.ReceivedFiles;

/** A submission package that was found good, on its way to a round; its files are there until it is closed. */
final class ArrivedPackage implements AutoCloseable {
    static final String MANIFEST = "submission.json";
    static final String SIGNATURE = "submission.sig";

    private final ReceivedFiles received;
    private final SignedPackage opened;
    private final SubmissionManifest manifest;
    private final String sha256;

    ArrivedPackage(ReceivedFiles received, SignedPackage opened, SubmissionManifest manifest, String sha256) {
        this.received = received;
        this.opened = opened;
        this.manifest = manifest;
        this.sha256 = sha256;
    }

    private record Packed(String name, Upload file) implements CaseFiles.Arriving {
        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    private record Signed(String name, byte[] bytes) implements CaseFiles.Arriving {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    SubmissionManifest manifest() {
        return manifest;
    }

    /** What was handed in to the self-check. */
    List<CaseFiles.Arriving> files() {
        List<CaseFiles.Arriving> files = new ArrayList<>();
        manifest.handedInFiles().forEach(file -> files.add(new Packed(file.name(), opened.file(file))));
        return files;
    }

    /** What was said there beside the files; the scheme keeps the name that it had there. */
    RoundChoices choices(Account by) {
        Choices said = manifest.choices();
        RoundChoices named = new RoundChoices(said.name() == null ? said.withName(manifest.project()) : said);
        return HandingIn.asHeMay(by, named, RoundChoices.NONE);
    }

    RoundPackage pack() {
        List<CaseFiles.Arriving> evidence = new ArrayList<>();
        evidence.add(new Signed(MANIFEST, opened.json()));
        evidence.add(new Signed(SIGNATURE, opened.signature()));
        manifest.files().stream()
                .filter(file -> file.role() == PackedFile.Role.RESULT || file.role() == PackedFile.Role.REPORT)
                .forEach(file -> evidence.add(new Packed(file.path(), opened.file(file))));
        return new RoundPackage(
                opened.signer().name(), opened.signer().fingerprint(), sha256, Hash.of(opened.json()), evidence);
    }

    @Override
    public void close() {
        opened.close();
        received.delete();
    }
}
