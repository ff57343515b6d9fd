package redline.intake.building;

import redline.quantity.Text;

/** What a person can do about what is wrong in an IFC file. */
final class IfcWords {
    static final Text EXPORT_AGAIN = new Text("请重新导出 IFC 再上传", "Export the IFC again and upload it");
    static final Text COMPLETE =
            new Text("可能没有传完：请核对文件大小，重新导出或上传", "It may be cut off: compare the file size; export or upload it again");
    static final Text LESS = new Text("请只导出本栋建筑的建筑专业模型", "Export the architectural model of this building only");
    static final Text STATE_UNITS = new Text("请在导出设置里写明长度单位", "State the unit of length in the export settings");
    static final Text STOREYS =
            new Text("请核对；不对的请改楼层名称或标高", "Check; where it is wrong mend the level's name or elevation");
    static final Text ELEVATION = new Text("请给楼层写上标高", "Give the storey its elevation");
    static final Text QUANTITIES = new Text(
            "请导出楼层的 GrossFloorArea（基本数量），或在面积表里填报建筑面积",
            "Export the storeys' GrossFloorArea (base quantities), or declare the floor area in the area table");
    static final Text ROOF_SPACE =
            new Text("没有计入房间面积；不对的请改房间所在的楼层", "It is not counted; where that is wrong move the space to its storey");
    static final Text GEOREFERENCE = new Text(
            "请在导出时写明坐标系（IfcMapConversion、IfcProjectedCRS），或另交总平面图",
            "Export with IfcMapConversion and IfcProjectedCRS, or supply a site plan");
    static final Text SETTLE_AREAS =
            new Text("请核对各层和全楼的 GrossFloorArea", "Check the GrossFloorArea of storeys and building");
    static final Text OUTLINE = new Text("基底轮廓请随总平面图提交", "Supply the footprint with the site plan");
    static final Text ENCODING =
            new Text("名称乱码的，请用 IFC 标准转义重新导出", "Where names are garbled, export with the standard's escapes");

    private IfcWords() {}
}
