package redline.intake.bundle;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import redline.intake.Complaint;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.gis.Crs;
import redline.intake.gis.Reprojection;
import redline.quantity.Text;

/** Carries what stands in a file with a coordinate system of its own into the project's. */
final class Placing {
    private final FileContents file;
    private final String project;
    private final List<Complaint> remarks;
    private final List<Complaint> complaints;

    /** @param project {@code EPSG:4549}, null where it is not known */
    Placing(FileContents file, String project, List<Complaint> remarks, List<Complaint> complaints) {
        this.file = file;
        this.project = project;
        this.remarks = remarks;
        this.complaints = complaints;
    }

    /** Whether a scheme can be in that system: CGCS2000 in a 3° zone. */
    static boolean fits(String crs) {
        Crs known = Crs.of(crs);
        return known != null && known.epsg() >= 4513 && known.epsg() <= 4554;
    }

    /** Nothing where the way from one to the other is not known; a complaint then says so. */
    List<Feature> of(List<Feature> features) {
        if (features.stream().allMatch(feature -> feature.shape() == null)) {
            return features;
        }
        Crs to = Crs.of(project);
        if (file.crs() == null) {
            remark(
                    new Text(
                            "没有写明坐标系，按项目坐标系" + (project == null ? "" : " " + project) + " 读",
                            "No coordinate system is stated; read in that of the project"
                                    + (project == null ? "" : ", " + project)),
                    new Text("不对的，请写明坐标系后重新导出", "If this is wrong, export again with its coordinate system"));
            return features;
        }
        Crs from = Crs.of(file.crs());
        if (from != null && from.equals(to)) {
            return features;
        }
        Reprojection way = from == null || to == null ? null : Reprojection.between(from, to);
        if (way == null) {
            complaints.add(new Complaint(
                    file.file(),
                    0,
                    "crs",
                    new Text(
                            "坐标系 " + file.crs() + " 不能换算到项目坐标系" + (project == null ? "(没有写明)" : " " + project),
                            "There is no way from " + file.crs() + " to the coordinate system of the project"
                                    + (project == null ? ", which is not stated" : ", " + project)),
                    new Text("请写明项目坐标系(--crs EPSG:4549)", "State that of the project (--crs EPSG:4549)")));
            return List.of();
        }
        Text doubt = way.remark();
        if (doubt != null) {
            remark(doubt, new Text("请提供 CGCS2000 坐标的成果", "Hand in coordinates of CGCS2000"));
        }
        return carried(features, way);
    }

    private List<Feature> carried(List<Feature> features, Reprojection way) {
        List<Feature> placed = new ArrayList<>();
        int lost = 0;
        for (Feature feature : features) {
            Geometry shape = feature.shape() == null ? null : way.apply(feature.shape());
            if (shape == null && feature.shape() != null) {
                lost++;
            } else {
                placed.add(new Feature(feature.layer(), feature.from(), shape, feature.attributes()));
            }
        }
        if (lost > 0) {
            complaints.add(new Complaint(
                    file.file(),
                    0,
                    "crs",
                    new Text(
                            lost + " 个图形在项目坐标系的范围之外",
                            lost + " shapes lie outside the reach of the project's coordinate system"),
                    new Text("请核对坐标与坐标系", "Check coordinates and coordinate system")));
        }
        return placed;
    }

    private void remark(Text what, Text remedy) {
        remarks.add(new Complaint(file.file(), 0, "crs", what, remedy));
    }
}
