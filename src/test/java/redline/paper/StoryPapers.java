package redline.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redline.check.Check;
import redline.check.CheckResult;
import redline.intake.Intake;
import redline.intake.SchemeReader;
import redline.intake.Source;
import redline.paper.MeetingSheet.Dispute;
import redline.quantity.Language;
import redline.report.PlanDrawing;
import redline.report.PlanPicture;
import redline.rulepack.RuleBook;
import redline.rulepack.RuleLibrary;
import redline.rulepack.ValuePlace;
import redline.scheme.Subject;

/** Every paper of the reviewer's story (practice §7). Names of the office and of people are left open, as nobody gave them. */
final class StoryPapers {
    private static final RuleBook RULES = RuleLibrary.open(Path.of("rules")).book();

    static final CheckResult FIRST = judged("story-wuzhen/round-1.yaml");
    static final CheckResult SECOND = judged("story-wuzhen/round-2.yaml");

    /** The floor area and the green are asked for, and the flood level; the declared green is mended with the green itself. */
    static final List<Settled> DECIDED = List.of(
            settled("far", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, null),
            settled("green-ratio", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, null),
            settled("declared-differs", Subject.Kind.INDICATOR, "P/greenArea", Settled.As.CORRECTED, null),
            settled("declared-differs", Subject.Kind.INDICATOR, "P/greenRatio", Settled.As.CORRECTED, null),
            settled("flood-level", Subject.Kind.PARCEL, "P", Settled.As.DEMANDED, null));

    static final CaseHeader HEADER = new CaseHeader(
            "",
            "2026-0043",
            "乌镇 43 号地块(故事)",
            "",
            "示例建设单位",
            "乌镇镇",
            "桐土储〔2019〕43号地块",
            "桐土储〔2019〕43号",
            "示例设计单位",
            "经办甲",
            "",
            LocalDate.of(2026, 2, 27),
            LocalDate.of(2026, 3, 2));

    /** What policy staff looked up in the story: all values of the files that its violations rest on. */
    static final Set<String> LOOKED_UP = valuesOf(
            "scheme-consistency/parameters/allowed-difference.yaml",
            "jiaxing-2018/tables/jiaxing-spacing-minimum.csv",
            "jiaxing-2018/tables/jiaxing-height.csv",
            "gb-50180-2018/parameters/surface-parking-share.yaml",
            "gb-50016-2014/tables/fire-separation.csv",
            "gb-50352-2019/tables/height-class.csv");

    private StoryPapers() {}

    static Set<String> valuesOf(String... files) {
        return Stream.of(files)
                .flatMap(file -> RULES.values(file.substring(0, file.indexOf('/'))).stream()
                        .filter(place -> place.file().equals(file)))
                .map(ValuePlace::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    static Settled settled(String rule, Subject.Kind kind, String subject, Settled.As as, String sentence) {
        return new Settled(rule, kind, subject, as, sentence, "", "");
    }

    static CheckResult judged(String file) {
        try {
            Path path = Path.of("test-cases", "schemes").resolve(file);
            Intake read = SchemeReader.read(new Source(path.toString(), Files.readAllBytes(path)), null);
            return Check.run(((Intake.Accepted) read).scheme(), RULES, "tongxiang", null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Issue issue(String number, int month, int day) {
        return new Issue(number, "示例建设单位", LocalDate.of(2026, month, day));
    }

    static Receipt receipt() {
        return new Receipt(
                HEADER,
                issue("2026-1", 2, 27),
                List.of(
                        new MaterialLine("申请表", true, true, ""),
                        new MaterialLine("1/500 总平面图(大者 1/1000)", true, true, ""),
                        new MaterialLine("方案文本及电子文件", true, true, "缺 9#楼建筑高度"),
                        new MaterialLine("日照分析报告", false, false, "")));
    }

    static SupplementNotice supplementNotice() {
        return new SupplementNotice(
                HEADER,
                issue("2026-1", 2, 27),
                List.of(
                        new MaterialLine("方案文本及电子文件", true, true, "补 9#楼建筑高度"),
                        new MaterialLine("日照分析报告", false, false, "补日照分析报告")),
                null);
    }

    static Acceptance acceptance() {
        return new Acceptance(HEADER, issue("2026-1", 3, 2), 20, LocalDate.of(2026, 3, 30));
    }

    static Changes changes() {
        return ChangesDraft.of(FIRST, DECIDED, LOOKED_UP).changes(HEADER, issue("2026-1", 3, 5), 1, null);
    }

    static Display display() {
        return new Display(
                LocalDate.of(2026, 3, 26),
                LocalDate.of(2026, 4, 4),
                "地块现场",
                "",
                List.of(new Display.Response(LocalDate.of(2026, 3, 30), "居民甲", "希望保留行道树。", "行道树予以保留。")));
    }

    static Letter letter() {
        return LetterDraft.of(SECOND, DECIDED, LOOKED_UP)
                .letter(
                        HEADER,
                        issue("2026-1", 4, 8),
                        "",
                        Ending.AGREED_IN_PRINCIPLE,
                        display(),
                        "",
                        "",
                        List.of("技术审查报告", "公示记录"),
                        "2026-2");
    }

    static DepartmentSheet departments() {
        return new DepartmentSheet(
                HEADER,
                issue("2026-1", 3, 24),
                List.of(new Opinion(
                        "住建(消防)", LocalDate.of(2026, 3, 23), LocalDate.of(2026, 3, 24), "7#楼、8#楼防火间距由本部门核定。", "转办")));
    }

    static Publicity publicity() {
        return new Publicity(
                HEADER, issue("2026-1", 3, 26), display(), "", IndexRow.of(SECOND, LOOKED_UP), publicPlan());
    }

    static Replies replies() {
        return new Replies(
                HEADER,
                issue("2026-1", 3, 23),
                1,
                changes().changes().stream()
                        .map(item -> new ReplyLine(item, "已调整。", "总平面图"))
                        .toList());
    }

    static PermitAnnex permitAnnex() {
        return new PermitAnnex(
                HEADER,
                issue("2026-1", 4, 8),
                "",
                IndexRow.of(SECOND, LOOKED_UP),
                PermitAnnex.BuildingLine.of(SECOND),
                List.of("总平面图", "竖向设计图"));
    }

    static Announcement announcement() {
        return new Announcement(
                HEADER,
                issue("2026-1", 4, 9),
                "",
                LocalDate.of(2026, 4, 8),
                IndexRow.of(SECOND, LOOKED_UP),
                Picture.NONE);
    }

    static MeetingSheet meetingSheet() {
        return new MeetingSheet(
                HEADER,
                issue("2026-1", 3, 24),
                plan(),
                IndexRow.of(FIRST, LOOKED_UP),
                List.of(
                        new Dispute(
                                "机动车配建按哪一级城市计算",
                                "Ⅰ级应配 741 个,Ⅱ、Ⅲ级应配 785 个;方案提供 760 个。",
                                List.of("Ⅰ级:符合,余 19 个", "Ⅱ级或Ⅲ级:不符合,缺 25 个")),
                        new Dispute(
                                "12#-302 日照标准取 2 h 还是 3 h",
                                "建设前 3 h 25 min,建设后 2 h 48 min。",
                                List.of("3 h:不符合", "2 h:符合"))));
    }

    /** The story has no drawing; the picture is that of the other showcase. */
    static Picture plan() {
        return Picture.of(
                PlanPicture.png(judged("wuzhen-housing/scheme.yaml"), PlanDrawing.Options.screen(Language.ZH), 1.5),
                "总平面图");
    }

    static Picture publicPlan() {
        return Picture.of(
                PlanPicture.forThePublic(
                        judged("wuzhen-housing/scheme.yaml"), PlanDrawing.Options.screen(Language.ZH), 1.5),
                "总平面图");
    }

    static List<Contents> all() {
        return List.of(
                receipt(),
                supplementNotice(),
                acceptance(),
                changes(),
                letter(),
                departments(),
                publicity(),
                replies(),
                permitAnnex(),
                announcement(),
                meetingSheet());
    }
}
