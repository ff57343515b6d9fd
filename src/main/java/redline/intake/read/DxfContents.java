package redline.intake.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import redline.intake.dxf.Drawing;
import redline.intake.dxf.DxfFault;
import redline.intake.dxf.Entity;
import redline.intake.dxf.Outline;
import redline.quantity.Text;

/** The contents of a drawing by layer; blocks are not expanded, paper space counts as entities but is not measured. */
final class DxfContents {
    private final Map<String, Sum> layers = new TreeMap<>();
    private final List<FileContents.Trouble> complaints = new ArrayList<>();
    private int tangent;

    private static final class Sum {
        private final TreeMap<String, Integer> entities = new TreeMap<>();
        private int polygons;
        private double area;
        private double length;
        private double[] extent;

        void add(Outline outline) {
            if (outline.closed()) {
                polygons++;
                area += outline.area();
            }
            length += outline.length();
            double[] own = outline.extent();
            extent = extent == null
                    ? own
                    : new double[] {
                        Math.min(extent[0], own[0]),
                        Math.min(extent[1], own[1]),
                        Math.max(extent[2], own[2]),
                        Math.max(extent[3], own[3])
                    };
        }

        FileContents.Layer named(String name) {
            return new FileContents.Layer(
                    name,
                    entities,
                    polygons,
                    area,
                    length,
                    extent == null ? null : List.of(extent[0], extent[1], extent[2], extent[3]));
        }
    }

    private DxfContents() {}

    static FileContents read(String name, byte[] bytes) {
        try {
            return new DxfContents().of(name, Drawing.read(bytes));
        } catch (DxfFault fault) {
            return FileContents.refused(name, "DXF", null, trouble(fault));
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
                    .forEach(child -> count(child));
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
                layers.entrySet().stream()
                        .map(layer -> layer.getValue().named(layer.getKey()))
                        .toList(),
                values,
                List.copyOf(complaints),
                false);
    }

    private Sum count(Entity entity) {
        Sum sum = layers.computeIfAbsent(entity.layer(), layer -> new Sum());
        sum.entities.merge(entity.type(), 1, Integer::sum);
        if (entity.type().startsWith("TCH_") || entity.type().equals("ACAD_PROXY_ENTITY")) {
            tangent++;
        }
        return sum;
    }

    private void measure(Drawing drawing, Entity entity) {
        Sum sum = count(entity);
        if (entity.paperSpace()) {
            return;
        }
        try {
            Outline outline = drawing.polyline(entity);
            if (outline == null) {
                sum.length += drawing.length(entity);
            } else {
                sum.add(outline);
            }
        } catch (DxfFault fault) {
            complaints.add(trouble(fault));
        }
    }

    private void complain(String where, Text what, Text remedy) {
        complaints.add(new FileContents.Trouble(where, what, remedy));
    }
}
