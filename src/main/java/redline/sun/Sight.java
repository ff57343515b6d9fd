package redline.sun;

import java.util.ArrayList;
import java.util.List;

/**
 * What windows above each other look out on.
 *
 * @param open when their wall is open to the sun
 * @param columns over the points that must be lit; none where the wall is never open
 */
record Sight(Spans open, List<Column> columns, Hidden hidden) {
    /**
     * @param near what may hide the sun from there
     * @param one of the windows; no other is lower than {@code lowest}
     */
    static Sight of(Sky.Looker looker, Counting counting, List<Obstacles.Solid> near, Window one, double lowest) {
        Sky.Looker.Outlook outlook = looker.outlook(one.nx(), one.ny(), counting.leastSweep());
        Fan fan = outlook.fan();
        List<Column> columns = new ArrayList<>(2);
        if (fan != null) {
            double length = Math.hypot(one.nx(), one.ny());
            double dx = one.nx() / length * Study.HAIR;
            double dy = one.ny() / length * Study.HAIR;
            double x = (one.ax() + one.bx()) / 2 + dx;
            double y = (one.ay() + one.by()) / 2 + dy;
            if (counting.fullWindow()) {
                double reach = Math.hypot(one.bx() - one.ax(), one.by() - one.ay()) / 2;
                List<Around> around = looker.around(near, x, y, reach, lowest, fan);
                columns.add(looker.over(around, one.ax() + dx, one.ay() + dy, lowest, fan));
                columns.add(looker.over(around, one.bx() + dx, one.by() + dy, lowest, fan));
            } else {
                columns.add(looker.over(looker.around(near, x, y, 0, lowest, fan), x, y, lowest, fan));
            }
        }
        return new Sight(outlook.open(), columns, looker.hidden());
    }

    /** What is hidden from a window with its sill at a level; good until the looker looks again. */
    Hidden from(double sill) {
        hidden.clear();
        for (Column column : columns) {
            column.from(sill, hidden);
        }
        hidden.order();
        return hidden;
    }
}
