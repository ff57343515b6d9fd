package redline.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import redline.check.Check;
import redline.check.CheckResult;
import redline.check.Program;
import redline.check.SchemeRecordJson;
import redline.fact.SchemeRecord;
import redline.remedy.Remedy;
import redline.remedy.RemedyJson;
import redline.report.Contents;
import redline.report.Painting;
import redline.report.Part;
import redline.report.PdfBytes;
import redline.report.PdfReport;
import redline.report.ReportFile;
import redline.report.ReportTemplates;
import redline.report.ResultJson;
import redline.rulepack.Fault;
import redline.rulepack.PackFault;
import redline.rulepack.RuleBook;
import redline.seal.SignatureFound;
import redline.seal.Signatures;
import redline.seal.TrustList;
import tools.jackson.core.JacksonException;

/** A report judged and made again from its own attachments. To be run where hostile text does no harm. */
final class Rerun {
    private final byte[] pdf;
    private final Contents contents;
    private final Map<Part, byte[]> parts;
    private final List<Verification.Wrong> wrong = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private List<Difference> differences = List.of();
    private PdfBytes.Compared remade;
    private Verification.NotRemade notRemade = Verification.NotRemade.NOT_JUDGED;

    private final List<SignatureFound> signatures;

    private Rerun(byte[] pdf, ReportFile.Opened opened, List<SignatureFound> signatures) {
        this.pdf = pdf;
        this.signatures = signatures;
        this.contents = opened.contents();
        this.parts = opened.parts();
    }

    static Verification of(byte[] pdf, TrustList trust, Instant now) {
        ReportFile file = ReportFile.of(pdf);
        List<SignatureFound> signatures = Signatures.of(pdf, trust, now);
        if (file instanceof ReportFile.Unfit unfit) {
            return Verification.unfit(unfit.why(), signatures);
        }
        return new Rerun(pdf, (ReportFile.Opened) file, signatures).verify();
    }

    private Verification verify() {
        hashes();
        RuleBook book = rules();
        SchemeRecord record = record();
        if (book != null && record != null) {
            extracts(book, record);
            CheckResult result = judged(record, book);
            if (result != null) {
                again(result, book);
            }
        }
        return new Verification(
                null,
                contents,
                List.copyOf(wrong),
                List.copyOf(faults),
                List.copyOf(unread),
                differences,
                remade,
                notRemade,
                signatures);
    }

    private void hashes() {
        Map<String, Contents.Entry> listed = contents.files().stream()
                .collect(Collectors.toMap(Contents.Entry::file, one -> one, (one, same) -> one));
        for (Part part : Part.values()) {
            if (part == Part.CONTENTS) {
                continue;
            }
            Contents.Entry entry = listed.get(part.file());
            byte[] bytes = parts.get(part);
            String is = bytes == null ? "" : PdfReport.sha256(bytes);
            if (bytes == null || entry == null) {
                Verification.Matter matter = bytes == null ? Verification.Matter.MISSING : Verification.Matter.UNLISTED;
                wrong.add(new Verification.Wrong(part.file(), matter, entry == null ? "" : entry.sha256(), is));
            } else if (!entry.sha256().equals(is)) {
                wrong.add(new Verification.Wrong(part.file(), Verification.Matter.CHANGED, entry.sha256(), is));
            }
        }
    }

    /** Null, with faults, where there are no good ones. */
    private RuleBook rules() {
        byte[] zip = parts.get(Part.RULES);
        if (zip == null) {
            unread.add(Part.RULES.file());
            return null;
        }
        try {
            RuleBook book = RuleBook.ofArchive(zip);
            book.compile();
            return book.settled(contents.profile(), contents.settings());
        } catch (PackFault fault) {
            faults.addAll(fault.faults());
        } catch (IllegalArgumentException otherProfile) {
            unread.add(Part.PROFILE.file());
        }
        return null;
    }

    private SchemeRecord record() {
        byte[] json = parts.get(Part.RECORD);
        try {
            if (json != null) {
                return SchemeRecordJson.read(json);
            }
        } catch (IllegalArgumentException none) {
            unread.add(Part.RECORD.file());
            return null;
        }
        unread.add(Part.RECORD.file());
        return null;
    }

    /** The parts that say again what others say. */
    private void extracts(RuleBook book, SchemeRecord record) {
        extract(Part.CONDITIONS, SchemeRecordJson.conditions(record));
        extract(
                Part.PROFILE,
                book.file("profiles/" + contents.profile() + ".yaml").orElseThrow());
    }

    private void extract(Part part, byte[] of) {
        byte[] bytes = parts.get(part);
        if (notTold(part) && !Arrays.equals(bytes, of)) {
            wrong.add(new Verification.Wrong(
                    part.file(), Verification.Matter.NOT_OF_THE_OTHERS, PdfReport.sha256(of), PdfReport.sha256(bytes)));
        }
    }

    /** Null where no program wrote this record, or no rules judge it. */
    private CheckResult judged(SchemeRecord record, RuleBook book) {
        try {
            return Check.judge(record, book, contents.profile(), null);
        } catch (PackFault fault) {
            faults.addAll(fault.faults());
        } catch (RuntimeException contradictory) {
            unread.add(Part.RECORD.file());
        }
        return null;
    }

    private void again(CheckResult result, RuleBook book) {
        byte[] attached = parts.get(Part.RESULT);
        byte[] json = ResultJson.write(result, contents.language());
        try {
            if (attached == null) {
                unread.add(Part.RESULT.file());
            } else if (!Arrays.equals(attached, json)) {
                differences = ResultComparison.of(attached, json);
            }
        } catch (JacksonException none) {
            unread.add(Part.RESULT.file());
        }
        if (!contents.program().equals(Program.VERSION)) {
            notRemade = Verification.NotRemade.OTHER_PROGRAM;
        } else if (!contents.templates().equals(ReportTemplates.sha256())) {
            notRemade = Verification.NotRemade.OTHER_TEMPLATES;
        } else {
            ByteArrayOutputStream made = new ByteArrayOutputStream();
            try {
                PdfReport.write(
                        result,
                        remedies(result),
                        book,
                        contents.language(),
                        contents.address(),
                        Painting.UNWATCHED,
                        made);
            } catch (IOException inMemory) {
                throw new UncheckedIOException(inMemory);
            }
            remade = PdfBytes.compare(pdf, made.toByteArray());
            notRemade = null;
        }
    }

    /** As they were tried on the scheme, which the report does not carry; none where they are not of this result. */
    private List<Remedy> remedies(CheckResult result) {
        byte[] json = parts.get(Part.REMEDIES);
        if (json == null) {
            return List.of();
        }
        try {
            return RemedyJson.read(json, result);
        } catch (IllegalArgumentException ofOthers) {
            // Where verdicts differ these are what is told.
            if (differences.isEmpty() && notTold(Part.REMEDIES)) {
                wrong.add(new Verification.Wrong(
                        Part.REMEDIES.file(), Verification.Matter.NOT_OF_THE_OTHERS, "", PdfReport.sha256(json)));
            }
            return List.of();
        }
    }

    private boolean notTold(Part part) {
        return wrong.stream().noneMatch(one -> one.file().equals(part.file()));
    }
}
