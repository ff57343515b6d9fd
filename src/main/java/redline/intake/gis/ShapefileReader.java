package redline.intake.gis;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Troubles;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** A .shp with what came beside it: attributes (.dbf, .cpg) and CRS (.prj, .qpj). Also a .dbf alone, whose rows have no shape. */
final class ShapefileReader {
    static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final int LONGEST_TEXT = 64 * 1024;

    private final Upload upload;
    private final String layer;
    private final Troubles troubles = new Troubles();
    private final LayerSums sums = new LayerSums();
    private final Budget budget = new Budget();
    private final List<FileContents.Value> values = new ArrayList<>();
    private final List<Feature> features = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final Envelope extent = new Envelope();
    private DbfTable table;
    private DbfEncoding encoding;

    private ShapefileReader(Upload upload) {
        this.upload = upload;
        String name = upload.name();
        this.layer = GeoJsonLayers.base(name.substring(name.lastIndexOf('/') + 1));
        sums.layer(layer);
    }

    static Reading read(Upload upload) throws IOException {
        byte[] shp = upload.size() > MOST_BYTES ? null : upload.bytes();
        if (shp == null || shp.length < ShapeRecords.HEADER) {
            return shp == null
                    ? tooLarge(upload)
                    : refused(
                            upload,
                            "Shapefile",
                            new Text(".shp 不足 100 字节，没有传完", "The .shp has fewer than 100 bytes; it is cut off"));
        }
        try {
            return new ShapefileReader(upload).shapes(shp);
        } catch (Budget.Exceeded exceeded) {
            return Reading.refused(
                    FileContents.refused(upload.name(), "Shapefile", null, exceeded.what(), Budget.Exceeded.remedy()));
        }
    }

    static Reading readTable(Upload upload) throws IOException {
        byte[] dbf = upload.size() > MOST_BYTES ? null : upload.bytes();
        DbfTable table = dbf == null ? null : DbfTable.of(dbf);
        if (table == null) {
            return dbf == null
                    ? tooLarge(upload)
                    : refused(upload, "DBF", new Text("这个 .dbf 的表头不成立，没有读", "The header of this .dbf makes no table"));
        }
        try {
            ShapefileReader reader = new ShapefileReader(upload);
            reader.table = table;
            return reader.rows();
        } catch (Budget.Exceeded exceeded) {
            return Reading.refused(
                    FileContents.refused(upload.name(), "DBF", null, exceeded.what(), Budget.Exceeded.remedy()));
        }
    }

    private static Reading tooLarge(Upload upload) {
        return Reading.refused(FileContents.refused(
                upload.name(),
                "Shapefile",
                null,
                new Text("文件大于 256 MB", "The file is larger than 256 MB"),
                Budget.Exceeded.remedy()));
    }

    private static Reading refused(Upload upload, String format, Text what) {
        return Reading.refused(FileContents.refused(
                upload.name(),
                format,
                null,
                what,
                new Text(
                        "请重新导出，把 .shp、.shx、.dbf、.prj、.cpg 放在一个 zip 里上传",
                        "Export it again and upload .shp, .shx, .dbf, .prj and .cpg in one zip")));
    }

    private Reading rows() throws IOException {
        encoding();
        for (int row = 0; row < table.rows(); row++) {
            budget.feature();
            if (!table.deleted(row)) {
                features.add(new Feature(layer, "row " + (row + 1), null, table.row(row, encoding.charset())));
                types.add("ROW");
            }
        }
        deleted();
        return reading("DBF", new Georeference(null, new Plane()), null);
    }

    private Reading shapes(byte[] shp) throws IOException {
        attributes();
        RingFootprint footprint = new RingFootprint(troubles);
        ShapeRecords records = new ShapeRecords(shp, budget, footprint);
        int n = 0;
        for (ShapeRecords.Shape shape = records.next(); shape != null; shape = records.next()) {
            budget.feature();
            n++;
            boolean has = table != null && n <= table.rows();
            if (has && table.deleted(n - 1)) {
                continue;
            }
            String from = "record " + n;
            SortedMap<String, String> row = has ? table.row(n - 1, encoding.charset()) : Collections.emptySortedMap();
            if (shape.fault() != null) {
                troubles.add(from, shape.fault().what(), shape.fault().remedy());
            }
            if (shape.shape() != null) {
                extent.expandToInclude(shape.shape().getEnvelopeInternal());
            }
            features.add(new Feature(layer, from, shape.shape(), row));
            types.add(shape.type());
        }
        values.add(0, new FileContents.Value("records", String.valueOf(n), ".shp"));
        values.add(0, new FileContents.Value("shapeType", String.valueOf(records.fileType()), ".shp"));
        remarks(n, records, footprint);
        return reading("Shapefile", place(), records.fileType());
    }

    private void remarks(int n, ShapeRecords records, RingFootprint footprint) {
        if (records.cut()) {
            troubles.add(
                    ".shp",
                    new Text(
                            "第 " + n + " 个记录之后不完整，可能没有传完",
                            "The .shp is incomplete after record " + n + "; it may be cut off"),
                    new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again"));
        }
        if (table == null) {
            troubles.add(
                    "",
                    new Text("没有可读的 .dbf，图形没有属性", "There is no readable .dbf; the shapes have no attributes"),
                    new Text("请把同名的 .dbf 一起上传", "Upload the .dbf of the same name too"));
        } else if (table.rows() != n) {
            troubles.add(
                    ".dbf",
                    new Text(
                            ".shp 有 " + n + " 个记录，.dbf 有 " + table.rows() + " 行，对不上号",
                            "The .shp has " + n + " records but the .dbf has " + table.rows() + " rows"),
                    new Text("请重新导出，不要单独改 .dbf", "Export both again; do not edit the .dbf by itself"));
        }
        deleted();
        if (footprint.united() > 0) {
            values.add(new FileContents.Value("unitedFootprints", String.valueOf(footprint.united()), ".shp"));
        }
        if (footprint.walls() > 0) {
            values.add(new FileContents.Value("ringsWithoutArea", String.valueOf(footprint.walls()), ".shp"));
        }
    }

    private void deleted() {
        long deleted = table == null
                ? 0
                : IntStream.range(0, table.rows()).filter(table::deleted).count();
        if (deleted > 0) {
            troubles.add(
                    ".dbf",
                    new Text("有 " + deleted + " 行标为已删除，没有读", deleted + " rows are marked as deleted and were not read"),
                    new Text("要用的请在原软件里恢复后重新导出", "Restore those you need and export again"));
        }
    }

    private void attributes() throws IOException {
        Optional<Path> dbf = upload.beside("dbf");
        if (dbf.isPresent() && Files.size(dbf.get()) <= MOST_BYTES) {
            table = DbfTable.of(Files.readAllBytes(dbf.get()));
        }
        if (table != null) {
            encoding();
        }
    }

    private void encoding() throws IOException {
        String cpg = text("cpg");
        encoding = DbfEncoding.of(table, cpg);
        values.add(new FileContents.Value(
                "encoding", encoding.charset().name(), encoding.guessed() ? "guess" : encoding.from()));
        if (encoding.guessed()) {
            troubles.add(
                    ".dbf",
                    new Text(
                            "没有写明文字编码，按 " + encoding.charset() + " 读",
                            "The encoding of texts is not stated; read as " + encoding.charset()),
                    new Text(
                            "有乱码的，请附上 .cpg（写 UTF-8 或 GBK）",
                            "Where texts are garbled, add a .cpg that says UTF-8 or GBK"));
        } else if (cpg != null && !cpg.isBlank() && !encoding.from().startsWith(".cpg")) {
            troubles.add(
                    ".cpg",
                    new Text(
                            "认不出编码“" + cpg.strip() + "”，按 " + encoding.charset() + " 读",
                            "The encoding \"" + cpg.strip() + "\" is not recognised; read as " + encoding.charset()),
                    new Text("请在 .cpg 里写 UTF-8 或 GBK", "Write UTF-8 or GBK into the .cpg"));
        }
        if (table.memo()) {
            troubles.add(
                    ".dbf",
                    new Text("备注型（memo）字段没有读", "Memo fields were not read"),
                    new Text("请改为文本字段后重新导出", "Make them text fields and export again"));
        }
        if (table.stated() != table.rows()) {
            troubles.add(
                    ".dbf",
                    new Text(
                            "表头写 " + table.stated() + " 行，实有 " + table.rows() + " 行",
                            "The header says " + table.stated() + " rows, there are " + table.rows()),
                    new Text("请核对文件是否传完", "Check whether the file is complete"));
        }
    }

    /** Null where it is absent or empty. */
    private String text(String extension) throws IOException {
        Optional<Path> path = upload.beside(extension);
        if (path.isEmpty() || Files.size(path.get()) > LONGEST_TEXT) {
            return null;
        }
        Charset any = StandardCharsets.ISO_8859_1;
        String text = Files.readString(path.get(), any)
                .replace("\u00ef\u00bb\u00bf", "")
                .strip();
        return text.isEmpty() ? null : text;
    }

    private Georeference place() throws IOException {
        String prj = text("prj");
        String qpj = text("qpj");
        for (String stated : new String[] {prj, qpj}) {
            CrsText.Found found = stated == null || !CrsText.looksLike(stated) ? null : CrsText.identify(stated);
            if (found != null) {
                String from = (stated.equals(prj) ? ".prj" : ".qpj") + (found.stated() ? "" : " (by its parameters)");
                values.add(new FileContents.Value("statedCrs", found.crs().code(), from));
                return Georeference.of(from, found.crs(), extent, troubles);
            }
        }
        if (extent.isNull()) {
            return new Georeference(null, new Plane());
        }
        Georeference.askForCrs(".prj", unknown(prj), troubles);
        return Georeference.of("", null, extent, troubles);
    }

    private Text unknown(String prj) {
        if (prj != null) {
            CrsText parsed = CrsText.parse(prj);
            String name = parsed == null ? "" : parsed.name();
            return new Text(".prj 里的坐标系“" + name + "”认不出", "The CRS \"" + name + "\" of the .prj is not recognised");
        }
        return upload.beside("prj").isPresent()
                ? new Text(".prj 是空的，不知道坐标系", "The .prj is empty; the CRS is not known")
                : new Text("没有 .prj，不知道坐标系", "There is no .prj; the CRS is not known");
    }

    private Reading reading(String format, Georeference place, String fileType) {
        Survey survey = new Survey(sums, troubles);
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            survey.add(layer, feature.from(), types.get(i), feature.shape(), place.surface());
        }
        if (place.surface() instanceof Ellipsoid ellipsoid && !features.isEmpty()) {
            values.add(new FileContents.Value("ellipsoid", ellipsoid.name(), place.code()));
            Georeference.remarkDegrees(ellipsoid, troubles);
        }
        if (fileType == null && !format.equals("DBF")) {
            troubles.add(
                    ".shp",
                    new Text("文件头的图形类型不是 shapefile 规定的", "The shape type in the header is none of the format"),
                    new Text("请重新导出 shapefile", "Export the shapefile again"));
        }
        FileContents contents = new FileContents(
                upload.name(),
                format,
                null,
                encoding == null ? null : encoding.charset().name(),
                place.code(),
                sums.layers(),
                values,
                troubles.all(),
                false);
        return new Reading(contents, features, List.of());
    }
}
