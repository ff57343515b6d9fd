package redline.measure;

import java.util.regex.Pattern;
import redline.quantity.Text;
import redline.scheme.Access;
import redline.scheme.AreaElement;
import redline.scheme.Building;
import redline.scheme.Compass;
import redline.scheme.ControlLine;
import redline.scheme.Parcel;
import redline.scheme.Side;
import redline.scheme.Subject;
import redline.scheme.Volume;

/** What people call the things of a scheme, where the scheme does not name them itself. */
public final class Names {
    /** 3 and 3# are read 3楼, 3#楼. */
    private static final Pattern NUMBERED = Pattern.compile("\\d+#?");

    private Names() {}

    /** The subject that stands for a layer that was not supplied. */
    public static Subject notSupplied(Subject.Kind kind) {
        return new Subject(
                kind, "?", new Text(kind.title().zh() + "(未提供)", kind.title().en() + " (not supplied)"));
    }

    /** The subject that stands for what was not supplied of one owner. */
    public static Subject notSupplied(Subject.Kind kind, String owner, Text name) {
        return new Subject(kind, owner + "?", new Text(name.zh() + "(未提供)", name.en() + " (not supplied)"));
    }

    static Text parcel(Parcel parcel) {
        return parcel.name() != null
                ? Text.same(parcel.name())
                : new Text("地块 " + parcel.id(), "Parcel " + parcel.id());
    }

    static Text zone(Parcel zone) {
        return zone.name() != null ? Text.same(zone.name()) : new Text(zone.id() + " 区", "Zone " + zone.id());
    }

    static Text building(Building building) {
        if (building.name() != null) {
            return Text.same(building.name());
        }
        boolean numbered = NUMBERED.matcher(building.id()).matches();
        return new Text(building.id() + (numbered ? "楼" : ""), "Building " + building.id());
    }

    /** The role alone where no other volume of the building has it, else with the id. */
    static Text volume(Volume volume, boolean alone) {
        Text role = role(volume.role());
        return alone && volume.role() != null
                ? role
                : new Text(role.zh() + " " + volume.id(), role.en() + " " + volume.id());
    }

    private static Text role(Volume.Role role) {
        if (role == null) {
            return new Text("体量", "volume");
        }
        return switch (role) {
            case WHOLE -> new Text("整体", "whole");
            case PODIUM -> new Text("裙房", "podium");
            case TOWER -> new Text("主体", "tower");
            case BASEMENT -> new Text("地下室", "basement");
        };
    }

    static Text areaElement(AreaElement element) {
        String building = element.building() == null ? "" : element.building() + " ";
        return new Text("面积项 " + building + element.id(), "area element " + building + element.id());
    }

    static Text side(Side side) {
        if (side.name() != null) {
            return Text.same(side.name());
        }
        Compass compass = side.compass();
        return compass == null
                ? new Text("用地界线 " + side.id(), "boundary side " + side.id())
                : new Text(compass.title().zh() + "侧用地界线", compass.title().en() + " boundary side");
    }

    static Text controlLine(ControlLine line) {
        if (line.name() != null) {
            return Text.same(line.name());
        }
        Text kind = line.kind() == null ? new Text("控制线", "control line") : kind(line.kind());
        return new Text(kind.zh() + " " + line.id(), kind.en() + " " + line.id());
    }

    private static Text kind(ControlLine.Kind kind) {
        return switch (kind) {
            case GREEN_LINE -> new Text("绿线", "green line");
            case BLUE_LINE -> new Text("蓝线", "blue line");
            case PURPLE_LINE -> new Text("紫线", "purple line");
            case YELLOW_LINE -> new Text("黄线", "yellow line");
            case POWER_CORRIDOR -> new Text("高压走廊", "power corridor");
            case RAILWAY -> new Text("铁路", "railway");
            case HIGHWAY -> new Text("公路", "highway");
            case RIVER -> new Text("河道", "river");
            case DYKE -> new Text("堤防", "dyke");
            case ELEVATED_ROAD -> new Text("高架道路", "elevated road");
            case ELEVATED_RAMP -> new Text("高架匝道", "elevated ramp");
        };
    }

    static Text access(Access access) {
        return access.name() != null
                ? Text.same(access.name())
                : new Text("出入口 " + access.id(), "access " + access.id());
    }

    static Text between(Text a, Text b) {
        return new Text(a.zh() + "—" + b.zh(), a.en() + " – " + b.en());
    }

    static Text towards(Text from, Text to) {
        return new Text(from.zh() + " → " + to.zh(), from.en() + " → " + to.en());
    }
}
