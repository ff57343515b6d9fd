package redline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import redline.check.CheckResult;
import redline.fact.Elevation;
import redline.fact.Outline;
import redline.fact.SchemeRecord;
import redline.quantity.Language;
import redline.quantity.Text;
import redline.scheme.Volume;

class CornerTableTest {
    /** A house with a courtyard, drawn from its north-east corner counter-clockwise. */
    private static final String HOUSE =
            "POLYGON ((553700.1234 3390020, 553680 3390020, 553680 3390000, 553700.1234 3390000, "
                    + "553700.1234 3390020), (553685 3390005, 553690 3390005, 553690 3390010, 553685 3390005))";

    @Test
    void corners_run_clockwise_from_the_south_west_with_x_to_the_north() throws ParseException {
        assertThat(rows(new Outline(Outline.Kind.BUILDING, "3#/W", Text.same("3#楼"), new WKTReader().read(HOUSE))))
                .containsExactly(new ReportPage.CornerRow(
                        "3#楼",
                        "5.650",
                        List.of(
                                new ReportPage.Corner("1", "3390000.000", "553680.000"),
                                new ReportPage.Corner("2", "3390020.000", "553680.000"),
                                new ReportPage.Corner("3", "3390020.000", "553700.123"),
                                new ReportPage.Corner("4", "3390000.000", "553700.123"),
                                new ReportPage.Corner("5", "3390005.000", "553685.000"),
                                new ReportPage.Corner("6", "3390005.000", "553690.000"),
                                new ReportPage.Corner("7", "3390010.000", "553690.000"))));
    }

    @Test
    void parts_of_one_building_are_told_apart_and_neighbours_are_left_out() throws ParseException {
        WKTReader wkt = new WKTReader();
        assertThat(rows(
                        new Outline(Outline.Kind.BUILDING, "1#/P", Text.same("1#楼"), wkt.read(box(0))),
                        new Outline(Outline.Kind.BUILDING, "1#/T", Text.same("1#楼"), wkt.read(box(1))),
                        new Outline(Outline.Kind.NEIGHBOUR, "N/W", Text.same("N"), wkt.read(box(2))),
                        new Outline(Outline.Kind.BASEMENT, "1#/B", Text.same("1#楼"), wkt.read(box(3)))))
                .extracting(ReportPage.CornerRow::building)
                .containsExactly("1#楼\u00a01#/P", "1#楼\u00a01#/T");
    }

    @Test
    void a_level_that_is_not_stated_is_not_taken_from_the_ground() throws ParseException {
        assertThat(rows(
                        new Outline(Outline.Kind.BUILDING, "3#/W", Text.same("3#楼"), new WKTReader().read(box(0))),
                        new Outline(Outline.Kind.BUILDING, "4#/W", Text.same("4#楼"), new WKTReader().read(box(2)))))
                .extracting(ReportPage.CornerRow::zero)
                .containsExactly("5.650", "");
    }

    private static String box(int at) {
        return "POLYGON ((" + at + " 0, " + at + ".5 0, " + at + ".5 1, " + at + " 1, " + at + " 0))";
    }

    private static SchemeRecord drawn(SchemeRecord of, List<Outline> outlines, List<Elevation> levels) {
        return new SchemeRecord(
                of.name(),
                of.sha256(),
                of.crs(),
                of.dates(),
                of.project(),
                of.letters(),
                of.facts(),
                of.absences(),
                of.measures(),
                of.declared(),
                outlines,
                of.reach(),
                of.sunlight(),
                levels,
                of.settingOut());
    }

    private static Elevation level(String building, String zero) {
        return new Elevation(
                building,
                new BigDecimal("5.2"),
                zero == null ? null : new BigDecimal(zero),
                List.of(new Elevation.Part(building + "/W", Volume.Role.WHOLE, null, null, null, null)));
    }

    private static List<ReportPage.CornerRow> rows(Outline... outlines) {
        CheckResult sample = SampleCheck.housing();
        CheckResult drawn = new CheckResult(
                sample.program(),
                drawn(sample.record(), List.of(outlines), List.of(level("3#", "5.65"), level("4#", null))),
                sample.ruling(),
                sample.findings(),
                sample.conclusion());
        return new CornerTable(drawn, Words.of(Language.ZH)).rows();
    }
}
