package redline.review;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Store;
import redline.exchange.Exchange;
import redline.exchange.Refused;
import redline.exchange.SignedPackage;
import redline.intake.Hash;
import redline.intake.file.Upload;
import redline.upload.ReceivedFiles;
import redline.upload.UploadRoom;

/** Finds submission packages among what was sent, and opens those that are good. One that is not is logged and nothing of it is taken. */
@Component
class SentPackages {
    private final Exchange exchange;
    private final UploadRoom room;
    private final Store store;
    private final CaseWords words;

    SentPackages(Exchange exchange, UploadRoom room, Store store, CaseWords words) {
        this.exchange = exchange;
        this.room = room;
        this.store = store;
        this.words = words;
    }

    private record Sent(CaseFiles.Arriving file) implements UploadRoom.Arriving {
        @Override
        public String name() {
            return "package.zip";
        }

        @Override
        public InputStream open() throws IOException {
            return file.open();
        }
    }

    /**
     * The package that was sent; empty where these are files as any other.
     *
     * @param about number of the case, for the log
     * @throws Untaken where it is not good, or something else came with it
     */
    Optional<ArrivedPackage> open(Account by, String about, List<? extends CaseFiles.Arriving> sent)
            throws IOException {
        for (CaseFiles.Arriving file : sent) {
            if (!zip(file)) {
                continue;
            }
            ReceivedFiles received = room.receive(List.of(new Sent(file)));
            Optional<ArrivedPackage> arrived = Optional.empty();
            try {
                arrived = in(by, about, received, sent.size() == 1);
            } finally {
                if (arrived.isEmpty()) {
                    received.delete();
                }
            }
            if (arrived.isPresent()) {
                return arrived;
            }
        }
        return Optional.empty();
    }

    /**
     * The package that one received file is; it then has the file, and deletes it when it is closed. Empty where it is a file as any other.
     *
     * @param alone whether nothing came with it
     * @throws Untaken where it is not good, or is not alone
     */
    Optional<ArrivedPackage> in(Account by, String about, ReceivedFiles received, boolean alone) throws IOException {
        Upload upload = received.uploads().get(0);
        if (!SignedPackage.claimed(upload)) {
            return Optional.empty();
        }
        if (!alone) {
            throw new Untaken("PACKAGE_ALONE");
        }
        return Optional.of(open(by, about, received, upload));
    }

    private static boolean zip(CaseFiles.Arriving file) throws IOException {
        if (String.valueOf(file.name()).toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return true;
        }
        try (InputStream in = file.open()) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private ArrivedPackage open(Account by, String about, ReceivedFiles received, Upload zip) throws IOException {
        String sha256;
        try (InputStream in = zip.open()) {
            sha256 = Hash.of(in);
        }
        try {
            SignedPackage opened = SignedPackage.open(zip, exchange);
            try {
                return new ArrivedPackage(received, opened, opened.submission(), sha256);
            } catch (Refused answer) {
                opened.close();
                throw answer;
            }
        } catch (Refused refused) {
            store.audit()
                    .note(
                            by.name(),
                            "package-refused",
                            about,
                            Map.of(
                                    "reason", refused.why().name(),
                                    "fingerprint", refused.fingerprint(),
                                    "sha256", sha256));
            throw new Untaken("PACKAGE", words.of(refused.what()), words.of(refused.remedy()));
        }
    }
}
