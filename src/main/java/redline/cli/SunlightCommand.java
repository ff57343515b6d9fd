package redline.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import redline.fact.Projection;
import redline.fact.SchemeRecord;
import redline.intake.Complaint;
import redline.intake.Intake;
import redline.measure.Settings;
import redline.measure.SunHeight;
import redline.measure.SunHeights;
import redline.measure.Sunlight;
import redline.report.FacadeListing;
import redline.report.SunDay;
import redline.report.SunJson;
import redline.report.SunListing;
import redline.report.SunPictures;
import redline.report.SunWorkbook;
import redline.scheme.Dates;

/**
 * {@code redline sunlight}: when each window of a scheme is lit, before and after, and who stands in the way. Nothing is judged: what
 * has less hours than the caller names is marked.
 */
@Command(name = "sunlight", mixinStandardHelpOptions = true, sortOptions = false)
final class SunlightCommand implements Callable<Integer> {
    private static final String STANDARD_OUTPUT = "-";

    private final Terminal terminal;

    @Parameters(paramLabel = "SCHEME", arity = "1..*", descriptionKey = "scheme")
    private List<String> schemes = new ArrayList<>();

    @Mixin
    private SunOptions counting = new SunOptions();

    @Option(names = "--hours", paramLabel = "H")
    private BigDecimal hours;

    @Option(names = "--facades")
    private boolean facades;

    @Option(names = "--highest", paramLabel = "BUILDING")
    private String highest;

    @Option(names = "--json", paramLabel = "FILE|-")
    private String json;

    @Option(names = "--xlsx", paramLabel = "FILE")
    private String xlsx;

    @Option(names = "--pictures", paramLabel = "DIR")
    private String pictures;

    @Option(names = "--rules", paramLabel = "DIR")
    private String rules;

    @Option(names = "--profile", paramLabel = "NAME", defaultValue = "tongxiang")
    private String profile;

    @Mixin
    private DraftOptions options = new DraftOptions();

    SunlightCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (hours != null && (hours.signum() <= 0 || hours.compareTo(BigDecimal.valueOf(24)) > 0)) {
            throw new BadUsage(
                    "--hours 应大于 0、不超过 24：" + hours, "--hours is above 0 and no more than 24, not: " + hours);
        }
        if (highest != null && hours == null) {
            throw new BadUsage(
                    "--highest 要与 --hours 合用：周边各窗应保住多少小时",
                    "--highest goes with --hours: how much sun the windows around keep");
        }
        checkTargets();
        Intake intake = options.read(schemes.stream().map(terminal::path).toList(), Dates.unknown(), terminal)
                .intake();
        if (intake instanceof Intake.Refused refused) {
            return Failures.complaints(refused.complaints(), terminal);
        }
        Intake.Accepted accepted = (Intake.Accepted) intake;
        for (Complaint remark : accepted.remarks()) {
            terminal.err().println(Failures.line(remark, terminal));
        }
        Settings settings = settings();
        SchemeRecord record = Projection.of(accepted.scheme(), settings);
        Sunlight sunlight = record.sunlight();
        if (sunlight == null) {
            throw new BadUsage(
                    "方案没有写要算日照的窗（sunWindows），无从计算", "the scheme does not write the windows to look at (sunWindows)");
        }
        List<SunDay> days = SunDay.of(record, sunlight, List.of());
        if (days.isEmpty() && !(facades && !SunDay.sampled(record, sunlight).isEmpty())) {
            throw new BadUsage(
                    "方案没有写日照户（sunlitDwellings）或房间（sunlitRooms），窗不知道属于谁",
                    "the scheme names no dwellings (sunlitDwellings) or rooms (sunlitRooms) that its windows light");
        }
        if (highest != null) {
            return highest(sunlight);
        }
        write(record, sunlight, days);
        return exit(days);
    }

    /** How high the parts of one building may be for the dwellings in the others; its own are not asked. */
    private int highest(Sunlight sunlight) {
        SunHeights heights = new SunHeights(sunlight);
        List<Sunlight.Part> parts = sunlight.parts().stream()
                .filter(part -> part.building().equals(highest))
                .toList();
        Set<String> unseen = new TreeSet<>();
        List<String> lines = new ArrayList<>();
        for (Sunlight.Part part : parts) {
            heights.highest(part, this::wanted).ifPresent(height -> lines.add(said(part, height)));
        }
        if (lines.isEmpty()) {
            throw new BadUsage(
                    "没有编号为 " + highest + "、拟建而轮廓和标高都已知的建筑，或没有其他建筑的户可问",
                    "there is no building " + highest
                            + " to be built with a known outline and levels, or no dwelling of another one to ask");
        }
        lines.forEach(terminal.out()::println);
        for (Sunlight.Day day : sunlight.days()) {
            if (day.kind() == Sunlight.Kind.DWELLINGS) {
                unseen.addAll(heights.unseen(day));
            }
        }
        if (!unseen.isEmpty()) {
            String all = String.join(", ", unseen);
            terminal.out().println(terminal.say("没有算进去的户（资料不全）：" + all, "Dwellings that could not be asked: " + all));
        }
        return unseen.isEmpty() ? Exit.COMPLIES : Exit.UNDETERMINED;
    }

    /** The best room of each dwelling. */
    private List<SunHeights.Wanted> wanted(Sunlight.Day day) {
        return day.kind() == Sunlight.Kind.ROOMS
                ? List.of()
                : day.homes().stream()
                        .map(home -> new SunHeights.Wanted(home.id(), 0, hours))
                        .toList();
    }

    private String said(Sunlight.Part part, SunHeight height) {
        String name = part.building() + "/" + part.volume();
        if (height.limit() == null) {
            return terminal.say(
                    name + "：" + SunHeights.MOST + " m 以内，其他建筑各户都保住 " + hours + " h（不足的不再减少）",
                    name + ": up to " + SunHeights.MOST + " m every dwelling of another building keeps " + hours
                            + " h, or what it has");
        }
        String top = height.highest().toPlainString() + " m";
        String now = height.now().toPlainString() + " m";
        return terminal.say(
                name + "：顶标高至多 " + top + "（现为 " + now + "）；再高 1 mm，户 " + height.limit() + " 就保不住，此时它的窗 "
                        + height.window() + " 有 " + height.hours().toPlainString() + " h",
                name + ": its top at most at " + top + " (now " + now + "); a millimetre more and dwelling "
                        + height.limit() + ", whose window " + height.window() + " then has "
                        + height.hours().toPlainString() + " h, has too little");
    }

    private Settings settings() {
        Settings settings = RulesPlace.book(rules, profile, terminal).settings(profile);
        return settings.counting(counting.over(settings.sun(), profile));
    }

    private void checkTargets() {
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            OutputFiles.writable(terminal.path(json));
        }
        if (xlsx != null) {
            OutputFiles.writable(terminal.path(xlsx));
        }
        if (pictures != null && !Files.isDirectory(terminal.path(pictures))) {
            throw new BadUsage(
                    "--pictures 要一个已有的文件夹：" + pictures, "--pictures takes a folder that is there: " + pictures);
        }
    }

    private void write(SchemeRecord record, Sunlight sunlight, List<SunDay> days) {
        OutputFiles files = new OutputFiles();
        byte[] written = json == null ? null : SunJson.write(record, sunlight, hours, terminal.language());
        if (json != null && !json.equals(STANDARD_OUTPUT)) {
            files.add(terminal.path(json), written);
        }
        if (xlsx != null) {
            files.add(
                    terminal.path(xlsx),
                    workbook(Stream.concat(days.stream(), SunDay.sampled(record, sunlight).stream())
                            .toList()));
        }
        if (pictures != null) {
            Path folder = terminal.path(pictures);
            for (SunDay day : days) {
                Map<String, String> drawn = day.pictures(SunPictures.Options.screen(terminal.language()));
                drawn.forEach(
                        (name, svg) -> files.add(folder.resolve(name + ".svg"), svg.getBytes(StandardCharsets.UTF_8)));
            }
        }
        files.write();
        if (STANDARD_OUTPUT.equals(json)) {
            terminal.out().writeBytes(written);
            return;
        }
        for (SunDay day : days) {
            terminal.out().print(SunListing.of(day, hours, terminal.language()));
        }
        if (facades) {
            Stream.concat(days.stream(), SunDay.sampled(record, sunlight).stream())
                    .forEach(day -> terminal.out().print(FacadeListing.of(day, hours, terminal.language())));
        }
        counting.said().ifPresent(said -> terminal.out().println(terminal.say(said)));
        files.names().forEach(file -> terminal.out().println(terminal.say("已写出 ", "Written: ") + file));
    }

    private byte[] workbook(List<SunDay> days) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            SunWorkbook.write(days, terminal.language(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** As of a check: what has less than the hours that were named counts as not kept, what is not known as open. */
    private int exit(List<SunDay> days) {
        if (hours != null && days.stream().anyMatch(day -> day.anyHomeBelow(hours))) {
            return Exit.VIOLATIONS;
        }
        return days.stream().allMatch(SunDay::known) ? Exit.COMPLIES : Exit.UNDETERMINED;
    }
}
