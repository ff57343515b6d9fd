package redline.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import redline.check.Check;
import redline.check.CheckResult;
import redline.fact.Fact;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.measure.Missing;
import redline.measure.Settings;
import redline.measure.SunSettings;
import redline.measure.SunSettings.Day;
import redline.measure.SunSettings.Points;
import redline.measure.SunSettings.Rooms;
import redline.measure.SunSettings.Stretches;
import redline.measure.SunSettings.Width;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Value;
import redline.requirement.Bound;
import redline.requirement.Certainty;
import redline.requirement.Citation;
import redline.requirement.Comparator;
import redline.requirement.Demand;
import redline.requirement.Grade;
import redline.requirement.Requirement;
import redline.requirement.RuleInfo;
import redline.requirement.Ruling;
import redline.scheme.Subject;
import redline.scheme.Volume;

/** The layout of docs/sunlight.md, counted in one of its three ways and held against a limit of hours that is invented. */
final class SunChecked {
    static final Path SCHEME = Path.of("test-cases/sun/three-standards.yaml");
    private static final LocalDate GREAT_COLD = LocalDate.of(2001, 1, 20);

    private SunChecked() {}

    /** Domain B.3: all stretches of at least five minutes between 8 and 16. */
    static SunSettings national() {
        return settings(8, 16, new Stretches(false, 5, null), 0);
    }

    /** Domain B.3, Suzhou: at most two stretches, each of at least 30 minutes, rays at least 15° off the wall. */
    static SunSettings suzhou() {
        return settings(8, 16, new Stretches(false, 30, 2), 15);
    }

    /** Domain B.3, an old rule of Hangzhou: 9 to 15, the two longest stretches. */
    static SunSettings oldHangzhou() {
        return settings(9, 15, new Stretches(false, 0, 2), 0);
    }

    private static SunSettings settings(double from, double to, Stretches stretches, double sweep) {
        return new SunSettings(
                List.of(new Day(GREAT_COLD, from, to)),
                List.of(),
                List.of(stretches),
                List.of(sweep),
                List.of(Points.FULL),
                List.of(Width.WHOLE),
                List.of(Rooms.ALL),
                List.of(),
                null,
                null,
                null);
    }

    static SchemeRecord record(SunSettings counting) {
        return record(SCHEME, counting);
    }

    static SchemeRecord record(Path scheme, SunSettings counting) {
        try {
            Intake.Accepted read = (Intake.Accepted) SchemeReader.read(Source.of(scheme), null);
            Settings settings = new Settings(new BigDecimal("60"), Set.of(Volume.ControlHeight.Point.PARAPET_TOP));
            return Projection.of(read.scheme(), settings.counting(counting));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SunDay day(SunSettings counting) {
        SchemeRecord record = record(counting);
        return SunDay.of(record, record.sunlight(), List.of()).get(0);
    }

    /** Every dwelling is to have so many hours; with null nothing is demanded. */
    static CheckResult checked(SunSettings counting, String hours) {
        return checked(counting, new Value.Amount(new BigDecimal(hours)), Certainty.CERTAIN);
    }

    /** How many hours a dwelling is to have hangs on a setting that is not set. */
    static CheckResult open(SunSettings counting) {
        Text label = new Text("城区常住人口", "resident urban population");
        Missing unset = new Missing("settings/resident-population", label, Missing.Kind.BASIS);
        return checked(counting, null, new Certainty.Possible(List.of(unset)));
    }

    private static CheckResult checked(SunSettings counting, Value hours, Certainty certainty) {
        SchemeRecord record = record(counting);
        List<Demand> demands = record.facts().stream()
                .filter(fact -> fact instanceof Fact.SunlitDwelling)
                .map(fact -> (Fact.SunlitDwelling) fact)
                .map(dwelling -> demand(dwelling.subject(), hours, certainty))
                .toList();
        return Check.conclude(record, new Ruling("example", List.of(), demands, List.of(), List.of()));
    }

    private static Demand demand(Subject dwelling, Value hours, Certainty certainty) {
        Requirement requirement = new Requirement(
                "example",
                new Bound(Comparator.AT_LEAST, hours),
                certainty,
                null,
                List.of(new Citation("example", new Text("示例", "Example"), "第1条", Grade.EXAMPLE, "", "")));
        return new Demand(
                SampleCheck.rule(
                        "dwelling-sunlight",
                        "住宅日照",
                        "Sunlight of dwellings",
                        Quantity.SUN_HOURS,
                        Subject.Kind.SUNLIT_DWELLING,
                        RuleInfo.Force.SHALL,
                        RuleInfo.Apart.NONE),
                dwelling,
                List.of(requirement),
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }
}
