package redline.intake.gis;

import org.locationtech.jts.geom.Envelope;
import redline.intake.file.FileContents.Trouble;
import redline.intake.file.Troubles;
import redline.quantity.Text;

/**
 * Where shapes lie and how they are measured.
 *
 * @param crs null where it is not known, or where the coordinates cannot be of the one that the file states
 */
record Georeference(Crs crs, Surface surface) {

    /** @param stated null where the file names none */
    static Georeference of(String where, Crs stated, Envelope extent, Troubles troubles) {
        if (stated == null) {
            return new Georeference(null, new Plane());
        }
        if (!stated.known()) {
            troubles.add(
                    where,
                    new Text(
                            "坐标系 " + stated.code() + " 不在随程序带的登记表里",
                            "The CRS " + stated.code() + " is not in the register that comes with the program"),
                    new Text("请投影到 EPSG:4549 后重新导出", "Project to EPSG:4549 and export again"));
            return new Georeference(stated, new Plane());
        }
        Trouble misfit = stated.misfit(extent);
        if (misfit != null) {
            troubles.add(where, misfit.what(), misfit.remedy());
            if (stated.degrees() && !Crs.looksLikeDegrees(extent)) {
                return new Georeference(null, new Plane());
            }
        }
        return new Georeference(stated, stated.surface());
    }

    String code() {
        return crs == null ? null : crs.code();
    }

    /** Said once a file. */
    static void remarkDegrees(Ellipsoid on, Troubles troubles) {
        troubles.add(
                "",
                new Text(
                        "坐标是经纬度：范围以度计，面积和长度在 " + on.name() + " 椭球上计算；核对前会投影到项目的坐标系",
                        "Coordinates are degrees: the extent is in degrees, areas and lengths are on the ellipsoid "
                                + on.name() + "; shapes are projected to the project's CRS before they are checked"),
                new Text("要自己投影的，请以 EPSG:4549 重新导出", "To project it yourself, export it again in EPSG:4549"));
    }

    static void askForCrs(String where, Text why, Troubles troubles) {
        troubles.add(
                where,
                why,
                new Text(
                        "请写明坐标系（桐乡一般是 EPSG:4549）；未写明前，面积和长度按坐标原样计算",
                        "State the CRS (Tongxiang usually has EPSG:4549); until then areas and lengths are in the coordinates' own unit"));
    }
}
