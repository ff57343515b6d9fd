package redline.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import redline.check.CheckResult;
import redline.quantity.Language;

/** The files of findings that there are. */
public enum FindingsFile {
    /** Workbook for Excel, WPS and LibreOffice. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        public byte[] write(CheckResult result, Language language) {
            return FindingsWorkbook.write(result, language);
        }
    },
    /** Layers for QGIS and other GIS, with styles. */
    GPKG("application/geopackage+sqlite3") {
        @Override
        public byte[] write(CheckResult result, Language language) {
            return FindingsGeoPackage.write(result, language);
        }
    },
    /** Drawing to lay over the designer's own. */
    DXF("image/vnd.dxf") {
        @Override
        public byte[] write(CheckResult result, Language language) {
            return FindingsDrawing.write(result, language);
        }
    },
    /** Topics for programs that show building models, BCF 2.1. */
    BCF("application/octet-stream") {
        @Override
        public byte[] write(CheckResult result, Language language) {
            return FindingsTopics.write(result, language);
        }

        @Override
        public boolean fits(CheckResult result) {
            return FindingsTopics.dated(result);
        }
    };

    private final String mediaType;

    FindingsFile(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Whether the result has all that the format asks for: topics need a date. */
    public boolean fits(CheckResult result) {
        return true;
    }

    /** Same result, same language: same bytes; of one that {@link #fits}. */
    public abstract byte[] write(CheckResult result, Language language);

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
