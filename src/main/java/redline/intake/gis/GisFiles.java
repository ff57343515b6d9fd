package redline.intake.gis;

import java.io.IOException;
import java.util.regex.Pattern;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.file.Wanted;

/** Tells which of the readers of this package a file is for. */
public final class GisFiles {
    private static final Pattern JSON = Pattern.compile("(?s)(?:\u00ef\u00bb\u00bf)?[\\s\u001e]*[{\\[].*");

    private GisFiles() {}

    /**
     * @param start the file's first bytes, each as one character
     * @return null where the file is none of these
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload, String start, Wanted wanted) throws IOException {
        if (JSON.matcher(start).matches() && !start.contains("\"CityJSON")) {
            return GeoJsonFile.read(upload, wanted);
        }
        if (start.startsWith(GeoPackageFile.START)) {
            return GeoPackageFile.read(upload);
        }
        boolean zip = start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006");
        if (zip && !start.contains("[Content_Types].xml")) {
            return ShapefileFiles.readZip(upload);
        }
        return ShapefileFiles.read(upload, start);
    }
}
