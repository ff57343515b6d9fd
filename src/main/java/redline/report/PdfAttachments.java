package redline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Files inside a PDF, as PDF/A-3 has them: each with its media type and what it is to the document. */
final class PdfAttachments {
    /** The first that a zip can hold, as in the packs of rules: no file has a time of its own. */
    private static final String NO_TIME = "D:19800101000000Z";

    /** Of one file, unpacked. */
    private static final int LARGEST = 64 << 20;

    private static final int LARGEST_ALL = 128 << 20;

    private PdfAttachments() {}

    static void put(PDDocument document, Attachments attachments, Words words) throws IOException {
        Map<String, PDComplexFileSpecification> named = new LinkedHashMap<>();
        COSArray associated = new COSArray();
        for (Map.Entry<Part, Attachments.Packed> one : attachments.parts().entrySet()) {
            Part part = one.getKey();
            PDEmbeddedFile file = new PDEmbeddedFile(document);
            try (OutputStream out = file.getCOSObject().createRawOutputStream()) {
                out.write(one.getValue().bytes());
            }
            if (!part.packed()) {
                file.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            }
            file.setSubtype(part.mediaType());
            COSDictionary parameters = new COSDictionary();
            parameters.setLong(COSName.SIZE, one.getValue().size());
            parameters.setString(COSName.MOD_DATE, NO_TIME);
            file.getCOSObject().setItem(COSName.PARAMS, parameters);
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(part.file());
            specification.setFileUnicode(part.file());
            specification.setFileDescription(words.get("part." + part));
            specification.setEmbeddedFile(file);
            specification.setEmbeddedFileUnicode(file);
            specification
                    .getCOSObject()
                    .setItem(
                            COSName.getPDFName("AFRelationship"),
                            COSName.getPDFName(part.relation().pdf()));
            named.put(part.file(), specification);
            associated.add(specification);
        }
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(named);
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
    }

    /**
     * The parts that are there and can be read.
     *
     * @throws IOException where together they are larger than any report has them
     */
    static Map<Part, byte[]> read(PDDocument document) throws IOException {
        Map<Part, byte[]> parts = new EnumMap<>(Part.class);
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        Map<String, PDComplexFileSpecification> named = tree == null ? null : tree.getNames();
        long total = 0;
        for (Part part : Part.values()) {
            PDComplexFileSpecification one = named == null ? null : named.get(part.file());
            PDEmbeddedFile file = one == null ? null : one.getEmbeddedFile();
            if (file == null) {
                continue;
            }
            try (InputStream in = file.createInputStream()) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                total += bytes.length;
                if (bytes.length > LARGEST || total > LARGEST_ALL) {
                    throw new TooLarge(part.file());
                }
                parts.put(part, bytes);
            } catch (TooLarge bomb) {
                throw bomb;
            } catch (IOException broken) {
                // It is missing among the parts, and told so.
                parts.remove(part);
            }
        }
        return parts;
    }

    /** A file that unpacks to more than any report carries. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(String file) {
            super(file);
        }
    }
}
