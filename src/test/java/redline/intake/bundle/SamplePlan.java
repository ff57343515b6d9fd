package redline.intake.bundle;

/** The plan that tests upload: a site of 100 by 80 m with a road to the south, two buildings and a green, in metres. */
public final class SamplePlan {
    /** The south-west corner of the site. */
    public static final double E = 553600;

    public static final double N = 3390000;

    private SamplePlan() {}

    /** @param layer of building 1#; that of 2# is 建筑轮廓 */
    public static DrawnPlan withFirstBuildingOn(String layer) {
        return new DrawnPlan(6)
                .rectangle("用地红线", E, N, E + 100, N + 80)
                .polyline("道路红线", false, E - 50, N, E + 150, N)
                .rectangle(layer, E + 10, N + 15, E + 40, N + 30)
                .text("文字", E + 20, N + 20, "1#楼")
                .text("文字", E + 20, N + 24, "11F/-1F")
                .text("文字", E + 20, N + 27, "H=33.60m")
                .rectangle("建筑轮廓", E + 60, N + 15, E + 90, N + 30)
                .text("文字", E + 70, N + 20, "2#楼")
                .rectangle("集中绿地", E + 10, N + 50, E + 40, N + 70)
                .line("DGX", E, N, E + 10, N + 10);
    }
}
