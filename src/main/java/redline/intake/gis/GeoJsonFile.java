package redline.intake.gis;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import redline.intake.file.FileContents;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.file.Wanted;
import redline.quantity.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamReadException;

/**
 * JSON with shapes in it: GeoJSON, one or several documents in a row (RFC 7946, RFC 8142), a document that holds GeoJSON somewhere inside, or
 * a bare array of rings. Streams: only the shapes and attributes are kept.
 */
public final class GeoJsonFile {
    /** Above this a file is refused. */
    public static final long MOST_BYTES = 256L * 1024 * 1024;

    private static final Charset CHINESE = Charset.forName("GB18030");

    private GeoJsonFile() {}

    /**
     * Never throws for bad contents.
     *
     * @throws IOException where the file cannot be read at all
     */
    public static Reading read(Upload upload, Wanted wanted) throws IOException {
        if (upload.size() > MOST_BYTES) {
            return refused(
                    upload,
                    new Text(
                            "文件大于 " + MOST_BYTES / 1024 / 1024 + " MB",
                            "The file is larger than " + MOST_BYTES / 1024 / 1024 + " MB"),
                    Budget.Exceeded.remedy());
        }
        try {
            try {
                return read(upload, StandardCharsets.UTF_8, wanted);
            } catch (JacksonException malformed) {
                if (isUtf8(upload)) {
                    throw malformed;
                }
                return read(upload, CHINESE, wanted);
            }
        } catch (JacksonException malformed) {
            return refused(upload, malformed(malformed), remedy());
        } catch (Budget.Exceeded exceeded) {
            return refused(upload, exceeded.what(), Budget.Exceeded.remedy());
        }
    }

    /** Once more where the shapes turn out to be measured and named otherwise than the first of them seemed to be. */
    private static Reading read(Upload upload, Charset charset, Wanted wanted) throws IOException {
        GeoJsonLayers first = new GeoJsonLayers(upload.name(), charset, wanted, null);
        Reading reading = read(upload, charset, first);
        return reading != null
                ? reading
                : read(upload, charset, new GeoJsonLayers(upload.name(), charset, wanted, first.better()));
    }

    private static Reading read(Upload upload, Charset charset, GeoJsonLayers layers) throws IOException {
        try (InputStream in = unmarked(upload);
                JsonParser parser = charset.equals(CHINESE)
                        ? GeoJsonParser.JSON.createParser(ObjectReadContext.empty(), new InputStreamReader(in, charset))
                        : GeoJsonParser.JSON.createParser(ObjectReadContext.empty(), in)) {
            return read(upload, parser, charset, layers);
        }
    }

    /** Null where the layers know better by now how to read it. */
    private static Reading read(Upload upload, JsonParser parser, Charset charset, GeoJsonLayers layers)
            throws IOException {
        Budget budget = new Budget();
        GeoJsonParser objects = new GeoJsonParser(budget, layers);
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && layers.documents() == 0) {
                return array(upload, parser, budget, charset);
            }
            if (token != JsonToken.START_OBJECT) {
                parser.skipChildren();
                layers.stranger();
                continue;
            }
            GeoJsonObject object = objects.root(parser);
            if (object == null || "Feature".equals(object.type) || object.isGeometry()) {
                layers.document(object, objects.crs);
            } else {
                layers.stranger();
            }
        }
        if (layers.documents() == 1 && layers.strangers() == 1) {
            return NestedGeoJson.read(upload, charset);
        }
        return layers.reading(objects.crs, objects.name);
    }

    private static Reading array(Upload upload, JsonParser parser, Budget budget, Charset charset) throws IOException {
        try {
            Positions rings = Positions.read(parser, budget);
            return new RingArray(upload.name(), charset).read(rings);
        } catch (GisFault otherThanRings) {
            return NestedGeoJson.read(upload, charset);
        }
    }

    /** Without a byte order mark, and with the record separators of RFC 8142 as blanks. */
    static InputStream unmarked(Upload upload) throws IOException {
        InputStream in = new BufferedInputStream(upload.open(), 1 << 16);
        in.mark(4);
        int first = in.read();
        in.reset();
        return first == Separators.RECORD ? new Separators(in) : in;
    }

    private static boolean isUtf8(Upload upload) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (InputStream in = upload.open()) {
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            CharBuffer chars = CharBuffer.allocate(1 << 16);
            int n;
            while ((n = in.read(bytes.array(), bytes.position(), bytes.remaining())) > 0) {
                bytes.position(bytes.position() + n).flip();
                if (strict.decode(bytes, chars.clear(), false).isError()) {
                    return false;
                }
                bytes.compact();
            }
            return !strict.decode(bytes.flip(), chars.clear(), true).isError();
        }
    }

    private static Reading refused(Upload upload, Text what, Text remedy) {
        return Reading.refused(FileContents.refused(upload.name(), "JSON", null, what, remedy));
    }

    private static Text malformed(JacksonException malformed) {
        String line = "";
        if (malformed instanceof StreamReadException && malformed.getLocation() != null) {
            line = malformed.getLocation().getLineNr() + ":"
                    + malformed.getLocation().getColumnNr();
        }
        return new Text(
                "第 " + line + "（行:列）起不是合法的 JSON，可能没有传完",
                "From line:column " + line + " on this is not valid JSON; the file may be cut off");
    }

    private static Text remedy() {
        return new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again");
    }
}
