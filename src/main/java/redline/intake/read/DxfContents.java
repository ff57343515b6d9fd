package redline.intake.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import redline.intake.dxf.Drawing;
import redline.intake.dxf.DxfFault;
import redline.intake.dxf.Entity;
import redline.intake.dxf.Outline;
import redline.intake.file.FileContents;
import redline.intake.file.LayerSums;
import redline.intake.file.Reading;
import redline.intake.file.Upload;
import redline.quantity.Text;

/** The contents of a drawing by layer; blocks are not expanded, paper space counts as entities but is not measured. */
final class DxfContents {
    private final LayerSums layers = new LayerSums();
    private final List<FileContents.Trouble> complaints = new ArrayList<>();
    private int tangent;

    private DxfContents() {}

    static Reading read(Upload upload) throws IOException {
        try {
            FileContents contents = new DxfContents().of(upload.name(), Drawing.read(upload.bytes()));
            return new Reading(contents, List.of(), List.of());
        } catch (DxfFault fault) {
            return Reading.refused(FileContents.refused(upload.name(), "DXF", null, trouble(fault)));
        }
    }

    private static FileContents.Trouble trouble(DxfFault fault) {
        return new FileContents.Trouble(fault.line() == 0 ? "" : "line " + fault.line(), fault.what(), fault.remedy());
    }

    private FileContents of(String name, Drawing drawing) {
        for (Entity entity : drawing.entities()) {
            measure(drawing, entity);
            entity.children().stream()
                    .filter(child -> child.type().equals("ATTRIB"))
                    .forEach(this::count);
        }
        if (!drawing.complete()) {
            complain(
                    "",
                    new Text("文件没有结尾(EOF)，可能没有传完", "The file has no end (EOF); it may be cut off"),
                    new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again"));
        }
        if (drawing.entities().isEmpty()) {
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

    private void measure(Drawing drawing, Entity entity) {
        count(entity);
        if (entity.paperSpace()) {
            return;
        }
        try {
            Outline outline = drawing.polyline(entity);
            if (outline == null) {
                layers.length(entity.layer(), drawing.length(entity));
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
        layers.reach(layer, extent[0], extent[1], extent[2], extent[3]);
    }

    private void complain(String where, Text what, Text remedy) {
        complaints.add(new FileContents.Trouble(where, what, remedy));
    }
}
