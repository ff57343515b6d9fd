package redline.intake.gis;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Geometry;
import redline.quantity.Text;

/**
 * A geometry of a GeoPackage (clause 2.1.3): header with flags and an envelope that is passed over, then well-known binary.
 *
 * @param type as written; {@code INVALID} where it cannot be told
 * @param shape null where it cannot be used
 * @param fault why not, else null
 * @param srsId as the header says
 */
record GeoPackageShape(String type, Geometry shape, GisFault fault, int srsId) {
    private static final int HEADER = 8;

    static GeoPackageShape of(byte[] blob, Budget budget) {
        ByteBuffer bytes = ByteBuffer.wrap(blob);
        if (blob.length < HEADER || blob[0] != 'G' || blob[1] != 'P') {
            return broken(0, "不是 GeoPackage 的图形数据", "is no geometry of a GeoPackage");
        }
        int flags = blob[3];
        bytes.order((flags & 1) == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .position(4);
        int srsId = bytes.getInt();
        int envelope = flags >> 1 & 7;
        int length = envelope == 0 ? 0 : envelope == 1 ? 32 : envelope == 4 ? 64 : 48;
        if (envelope > 4 || HEADER + length > blob.length) {
            return broken(srsId, "的图形数据不完整", "has incomplete geometry data");
        }
        if ((flags & 0x20) != 0) {
            return broken(srsId, "用了扩展的图形格式", "uses an extended geometry format");
        }
        bytes.position(HEADER + length);
        WellKnownBinary reader = new WellKnownBinary(bytes, budget);
        try {
            Geometry shape = reader.read();
            return new GeoPackageShape(reader.type(), shape, null, srsId);
        } catch (GisFault fault) {
            return new GeoPackageShape(reader.type(), null, fault, srsId);
        }
    }

    private static GeoPackageShape broken(int srsId, String zh, String en) {
        GisFault fault = new GisFault(
                new Text("该行" + zh, "This row " + en),
                new Text("请用 QGIS 等重新导出该图层", "Export this layer again, for example with QGIS"));
        return new GeoPackageShape("INVALID", null, fault, srsId);
    }
}
