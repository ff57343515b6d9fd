package redline.intake.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import redline.intake.dxf.Drawing;
import redline.intake.dxf.DxfFault;
import redline.intake.dxf.Entity;
import redline.intake.dxf.Expansion;
import redline.intake.dxf.Outline;
import redline.intake.file.Feature;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.intake.file.Wanted;
import redline.quantity.Text;

/**
 * The contents of a drawing by layer as it stands in the file: blocks not expanded, paper space counted as entities but not measured. Its
 * features have the blocks in their place.
 */
final class DxfContents {
    private static final int MOST_TOLD = 20;

    private final LayerSums layers = new LayerSums();
    private final List<FileContents.Trouble> complaints = new ArrayList<>();
    private final DoubleStream.Builder reaches = DoubleStream.builder();
    private int tangent;

    private DxfContents() {}

    static Reading read(Upload upload, Wanted wanted) throws IOException {
        try {
            DxfContents contents = new DxfContents();
            Drawing drawing = Drawing.read(upload::open, contents::take);
            Set<String> unseen = drawing.unseen();
            Expansion expansion = Expansion.of(
                    drawing,
                    contents.chord(),
                    (layer, attributes) -> !unseen.contains(layer) && wanted.keeps(layer, attributes));
            contents.tell(drawing, expansion);
            List<Feature> features = expansion.features();
            return new Reading(
                    contents.of(upload.name(), drawing), features, List.of(), expansion.shapes() > features.size());
        } catch (DxfFault fault) {
            return Reading.refused(FileContents.refused(upload.name(), "DXF", null, trouble(fault)));
        }
    }

    private static FileContents.Trouble trouble(DxfFault fault) {
        return new FileContents.Trouble(fault.line() == 0 ? "" : "line " + fault.line(), fault.what(), fault.remedy());
    }

    private void take(Entity entity) {
        measure(entity);
        for (Entity child : entity.children()) {
            if (child.type().equals("ATTRIB")) {
                count(child);
            }
        }
    }

    /**
     * A millimetre in units of the drawing: of one whose outlines are larger than a site in metres is, the unit is taken for a millimetre.
     */
    private double chord() {
        double[] sizes = reaches.build().sorted().toArray();
        double large = sizes.length == 0 ? 0 : sizes[(int) (0.9 * (sizes.length - 1))];
        return large > 5_000 ? 1 : 0.001;
    }

    private void tell(Drawing drawing, Expansion expansion) {
        expansion.faults().stream().limit(MOST_TOLD).map(DxfContents::trouble).forEach(complaints::add);
        if (expansion.faults().size() > MOST_TOLD) {
            int more = expansion.faults().size() - MOST_TOLD;
            complain(
                    "",
                    new Text("另有 " + more + " 处类似问题", more + " more of these"),
                    new Text("请先改正以上各处", "Mend the ones above first"));
        }
        if (!expansion.notDrawn().isEmpty()) {
            String types = expansion.notDrawn().entrySet().stream()
                    .map(entry -> entry.getKey() + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            complain(
                    "",
                    new Text("这些对象没有平面轮廓可读：" + types, "These objects have no plan that is read: " + types),
                    new Text(
                            "是轮廓的，请用 BOUNDARY 命令转为多段线",
                            "Where they are outlines, turn them into polylines with BOUNDARY"));
        }
        List<String> unseen =
                drawing.unseen().stream().filter(expansion.layers()::contains).toList();
        if (!unseen.isEmpty()) {
            String names = String.join(", ", unseen);
            complain(
                    names,
                    new Text("图层关闭或冻结，其中的图形不用", "Layers are off or frozen; what is on them is not used"),
                    new Text("要用的，请打开图层再导出", "Turn them on and export again where they count"));
        }
    }

    private FileContents of(String name, Drawing drawing) {
        if (!drawing.complete()) {
            complain(
                    "",
                    new Text("文件没有结尾(EOF)，可能没有传完", "The file has no end (EOF); it may be cut off"),
                    new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again"));
        }
        if (drawing.drawn() == 0) {
            complain(
                    "",
                    new Text("模型空间里没有图形", "Nothing is drawn in model space"),
                    new Text("请把总平面画在模型空间再导出", "Draw the site plan in model space and export again"));
        }
        if (drawing.codePage().guessed()) {
            complain(
                    "$DWGCODEPAGE",
                    new Text(
                            "没有写明文字编码，按 " + drawing.codePage().charset() + " 读",
                            "The encoding of texts is not stated; read as "
                                    + drawing.codePage().charset()),
                    new Text("图层名、文字乱码的，请另存为 2007 以后的 DXF", "Where names are garbled, save as DXF 2007 or later"));
        }
        if (tangent > 0) {
            complain(
                    "",
                    new Text("图中有 " + tangent + " 个天正对象未分解", tangent + " Tangent (TCH) objects are not exploded"),
                    new Text("天正菜单“文件布图→图形导出→T3 格式”，再另存为 DXF", "Export as T3 from the Tangent menu, then save as DXF"));
        }
        Integer units = drawing.unitsCode();
        List<FileContents.Value> values = new ArrayList<>();
        values.add(new FileContents.Value(
                "units", Drawing.unitName(units).zh(), "$INSUNITS" + (units == null ? "" : " = " + units)));
        if (units != null) {
            values.add(new FileContents.Value("unitsCode", String.valueOf(units), "$INSUNITS"));
        }
        values.add(new FileContents.Value(
                "layerTable", String.valueOf(drawing.layers().size()), "TABLES/LAYER"));
        values.add(new FileContents.Value(
                "blocks",
                String.valueOf(drawing.blocks().stream()
                        .map(Drawing.Block::name)
                        .distinct()
                        .count()),
                "BLOCKS"));
        return new FileContents(
                name,
                drawing.binary() ? "binary DXF" : "DXF",
                drawing.version(),
                drawing.codePage().charset().name(),
                null,
                layers.layers(),
                values,
                List.copyOf(complaints),
                false);
    }

    private void count(Entity entity) {
        layers.count(entity.layer(), entity.type());
        if (entity.type().startsWith("TCH_") || entity.type().equals("ACAD_PROXY_ENTITY")) {
            tangent++;
        }
    }

    private void measure(Entity entity) {
        count(entity);
        if (entity.paperSpace()) {
            return;
        }
        try {
            Outline outline = entity.polyline();
            if (outline == null) {
                layers.length(entity.layer(), entity.length());
            } else {
                add(entity.layer(), outline);
            }
        } catch (DxfFault fault) {
            complaints.add(trouble(fault));
        }
    }

    private void add(String layer, Outline outline) {
        if (outline.closed()) {
            layers.polygon(layer, outline.area());
        }
        layers.length(layer, outline.length());
        double[] extent = outline.extent();
        reaches.add(Math.hypot(extent[2] - extent[0], extent[3] - extent[1]));
        layers.reach(layer, extent[0], extent[1], extent[2], extent[3]);
    }

    private void complain(String where, Text what, Text remedy) {
        complaints.add(new FileContents.Trouble(where, what, remedy));
    }
}
