package redline.intake.building;

import redline.quantity.Text;

/** What a person can do about what is wrong in a city model. */
final class CityWords {
    static final Text SAME_LOD =
            new Text("请按同一细节层次导出各建筑部分", "Export all parts of a building at the same level of detail");
    static final Text ONE_LOD = new Text("只想用其中一种的，请只导出那一种", "Export one level only where another is meant");
    static final Text GIVE_GEOMETRY =
            new Text("请给这栋建筑加上体块，或从模型中删去", "Give the building a body, or take it out of the model");
    static final Text GIVE_GROUND =
            new Text("请为建筑标出 GroundSurface（基底面）再导出", "Mark the building's GroundSurface and export again");
    static final Text CLOSE_SOLID =
            new Text("请在建模软件中补全缺的面再导出", "Add the missing faces in the modelling program and export again");
    static final Text STATE_CRS =
            new Text("请在导出时写明坐标系，或另外告知 EPSG 代号", "State the reference system on export, or tell its EPSG code");
    static final Text PROJECT =
            new Text("请投影到 CGCS2000 高斯—克吕格坐标后再导出", "Project to CGCS2000 Gauss–Krüger and export again");
    static final Text MEND_EXTENT = new Text(
            "请核对坐标，没有错的重新导出以更新范围", "Check the coordinates; where they are right export again to renew the extent");
    static final Text GIVE_HEIGHT = new Text("请核对该建筑的高度", "Check the height of this building");
    static final Text HEIGHT_IN_METRES = new Text("请以米写高度", "Write the height in metres");
    static final Text SETTLE_HEIGHT = new Text("请核对建筑高度，改正属性或体块", "Check the height; mend the attribute or the body");
    static final Text SETTLE_STOREYS =
            new Text("请核对层数、层高和建筑高度", "Check storeys, storey heights and the height of the building");
    static final Text MEND_INDEX =
            new Text("请用建模软件检查后重新导出", "Check the model in the modelling program and export again");
    static final Text MEND_TREE =
            new Text("请核对 parents、children：一个部分只属于一栋建筑", "Check parents and children: a part belongs to one building");
    static final Text EXTENSION = new Text("要作为建筑检查的，请导出为 Building", "Export as Building what is to be checked as one");
    static final Text COMPLETE = new Text("请核对文件大小，重新导出或上传", "Compare the file size; export or upload it again");
    static final Text VERSION = new Text("请导出为 1.0、1.1 或 2.0 版", "Export as version 1.0, 1.1 or 2.0");
    static final Text VERSION_GML = new Text("请导出为 CityGML 2.0 或 3.0", "Export as CityGML 2.0 or 3.0");
    static final Text LESS = new Text("请只导出本项目的建筑", "Export only the buildings of this project");
    static final Text ALLOWED = new Text("请改为标准允许的值", "Change it to a value that the standard allows");

    static final Text LINKS = new Text("请导出时把引用的面放在同一对象里", "Export so that linked surfaces stand in the same object");
    static final Text ADE =
            new Text("扩展里有检查所需内容的，请改用标准属性", "Put what the check needs of them into standard attributes");

    private CityWords() {}
}
