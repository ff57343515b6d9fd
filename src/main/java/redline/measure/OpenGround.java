package redline.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Polygon;
import redline.quantity.Text;
import redline.sun.Counting;

/** What hours of sun on open ground need to be told, and how they are counted: ground has no wall and no end points. */
record OpenGround(SunLook look, Frame frame, SunSettings settings, Trace<BigDecimal> ground) {
    /** Why they cannot be told of any ground; empty where they can. */
    Lacking lacking() {
        Lacking lacking = new Lacking();
        lacking.addAll(look.model().anywhere());
        lacking.need(ground);
        if (settings.housing().isEmpty() || settings.stretches().isEmpty()) {
            lacking.addAll(settings.unset(settings.housing(), "sun-housing"));
        }
        return lacking;
    }

    /**
     * An outline in the frame; what else is missing is noted.
     *
     * @param called what it is to be called where it is missing
     */
    Polygon outline(Polygon stated, Place at, Text called, Lacking lacking) {
        Polygon outline = lacking.need(
                stated == null || stated.isEmpty() ? null : frame.in(stated),
                at.lacks("outline", called.zh(), called.en()));
        if (!lacking.isAny() && !settings.housing().stream().allMatch(look::sunIsUp)) {
            lacking.add(SunSettings.basis("sun-housing", "日照标准日与有效日照时间带", "the day and the time that count"));
        }
        return outline;
    }

    /** Elevation of the lowest outdoor ground of the scheme, m. */
    double level() {
        return ground.value().doubleValue();
    }

    List<SunSettings.Way> ways() {
        List<SunSettings.Way> ways = new ArrayList<>();
        for (SunSettings.Day day : settings.housing()) {
            for (SunSettings.Stretches added : settings.stretches()) {
                Counting counting = new Counting(
                        day.from(), day.to(), added.continuous(), added.leastMinutes(), added.most(), 0, false);
                ways.add(new SunSettings.Way(day, counting, SunSettings.Width.WHOLE, SunSettings.Rooms.ALL));
            }
        }
        return ways;
    }
}
