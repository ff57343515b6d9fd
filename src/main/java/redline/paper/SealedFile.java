package redline.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import redline.quantity.Text;
import redline.report.PdfFile;

/** What a sealed paper that comes back is, told by its contents. Seals and signatures themselves are not checked here. */
public sealed interface SealedFile {
    /** What an archive may hold when it is unpacked. */
    long MOST_BYTES = 1L << 30;

    /** A PDF of so many pages. */
    record Pdf(int pages) implements SealedFile {}

    /** An OFD (GB/T 33190). */
    record Ofd() implements SealedFile {}

    /** Neither, with the reason and what to do. */
    record Refused(Text reason) implements SealedFile {}

    static SealedFile check(byte[] file) {
        if (starts(file, "%PDF-")) {
            return PdfFile.pages(file) instanceof PdfFile.Pages.Counted counted
                    ? new Pdf(counted.count())
                    : new Refused(
                            new Text(
                                    "这个 PDF 打不开,可能没有传完整或设有口令。请重新导出后再传。",
                                    "This PDF cannot be opened; it may be cut short or locked with a password. Please export it again."));
        }
        if (starts(file, "PK") && holdsOfd(file)) {
            return new Ofd();
        }
        return new Refused(
                starts(file, "PK")
                        ? new Text(
                                "这不是 OFD:压缩包里没有 OFD.xml,或没有传完整。盖章文件请导出为 PDF 或 OFD。",
                                "This is no OFD: the archive has no OFD.xml, or is cut short. Please export the sealed paper as PDF or OFD.")
                        : new Text(
                                "盖章文件应为 PDF 或 OFD,这个文件两者都不是。",
                                "A sealed paper is a PDF or an OFD; this file is neither."));
    }

    private static boolean starts(byte[] file, String with) {
        byte[] start = with.getBytes(StandardCharsets.US_ASCII);
        return file.length >= start.length && new String(file, 0, start.length, StandardCharsets.US_ASCII).equals(with);
    }

    /** Reads the archive to its end, so that one cut short is found. */
    private static boolean holdsOfd(byte[] file) {
        boolean found = false;
        long left = MOST_BYTES;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && left >= 0; entry = zip.getNextEntry()) {
                found |= entry.getName().equals("OFD.xml") || entry.getName().equals("/OFD.xml");
                for (int read = zip.read(buffer); read >= 0 && left >= 0; read = zip.read(buffer)) {
                    left -= read;
                }
            }
            return found && left >= 0;
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
    }
}
