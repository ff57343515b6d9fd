package redline.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import redline.check.CheckResult;
import redline.quantity.Language;

/** The files of findings that there are. */
public enum FindingsFile {
    /** Workbook for Excel, WPS and LibreOffice. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", FindingsWorkbook::write),
    /** Layers for QGIS and other GIS, with styles. */
    GPKG("application/geopackage+sqlite3", FindingsGeoPackage::write),
    /** Drawing to lay over the designer's own. */
    DXF("image/vnd.dxf", FindingsDrawing::write),
    /** Topics for programs that show building models, BCF 2.1. */
    BCF("application/octet-stream", FindingsTopics::write);

    private final String mediaType;
    private final BiFunction<CheckResult, Language, byte[]> writer;

    FindingsFile(String mediaType, BiFunction<CheckResult, Language, byte[]> writer) {
        this.mediaType = mediaType;
        this.writer = writer;
    }

    /** Whether the result has all that the format asks for: topics need a date. */
    public boolean fits(CheckResult result) {
        return this != BCF || FindingsTopics.dated(result);
    }

    /** Same result, same language: same bytes; of one that {@link #fits}. */
    public byte[] write(CheckResult result, Language language) {
        return writer.apply(result, language);
    }

    public String mediaType() {
        return mediaType;
    }

    /** The kind of file with that ending. */
    public static Optional<FindingsFile> of(String ending) {
        return Arrays.stream(values())
                .filter(kind -> kind.ending().equals(ending))
                .findFirst();
    }

    /** Of a file's name, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
