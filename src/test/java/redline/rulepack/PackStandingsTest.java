package redline.rulepack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import redline.requirement.PackUse;
import redline.requirement.RuleInfo;
import redline.requirement.RuleInfo.Apart;
import redline.requirement.RuleInfo.PackStanding;
import redline.scheme.Dates;
import redline.scheme.Letter;

/** A local pack binds where the conditions letter says so; a pack counts on its own date only (design §2). */
class PackStandingsTest {
    private static final Dates DATES = Dates.allOn(LocalDate.of(2025, 6, 1));
    private static final Pack LOCAL = pack(new MiniRules());

    private static Pack pack(MiniRules rules) {
        return new PackReader("p", rules.files().under("p"), new ArrayList<>()).read();
    }

    private static Letter letter(List<Letter.Incorporation> incorporates) {
        return new Letter("L", "A", "1号", null, null, true, incorporates, List.of(), null);
    }

    private static PackStanding standing(List<Letter> letters) {
        return PackStandings.use(LOCAL, DATES, letters, List.of()).standing();
    }

    @Test
    void a_letter_that_incorporates_the_pack_makes_it_binding_and_is_quoted() {
        Letter letter = letter(List.of(new Letter.Incorporation("p", "其余按示例规定执行")));

        PackUse use = PackStandings.use(LOCAL, DATES, List.of(letter), List.of());

        assertThat(use.standing()).isEqualTo(PackStanding.BINDING);
        assertThat(use.standingBecause()).isEqualTo("其余按示例规定执行");
    }

    @Test
    void a_letter_that_incorporates_nothing_leaves_it_for_reference() {
        assertThat(standing(List.of(letter(List.of())))).isEqualTo(PackStanding.REFERENCE);
        assertThat(standing(List.of(letter(List.of(new Letter.Incorporation("q", "…"))))))
                .isEqualTo(PackStanding.REFERENCE);
    }

    @Test
    void what_no_letter_settles_is_open() {
        assertThat(standing(List.of(letter(null)))).isEqualTo(PackStanding.OPEN);
        assertThat(standing(null)).isEqualTo(PackStanding.OPEN);
        assertThat(standing(List.of(letter(List.of(new Letter.Incorporation(null, "其余按规定执行"))))))
                .isEqualTo(PackStanding.OPEN);
    }

    @Test
    void other_layers_always_bind() {
        Pack mandatory = pack(new MiniRules().replace("p/pack.yaml", "local-default", "mandatory"));

        assertThat(PackStandings.use(mandatory, DATES, null, List.of()).standing())
                .isEqualTo(PackStanding.BINDING);
    }

    @Test
    void a_pack_is_in_force_from_its_first_to_its_last_day() {
        assertThat(inForce("2019-12-31")).isFalse();
        assertThat(inForce("2020-01-01")).isTrue();
        assertThat(inForce("2029-12-31")).isTrue();
        assertThat(inForce("2030-01-01")).isFalse();
        assertThat(PackStandings.use(LOCAL, Dates.allOn(LocalDate.of(2030, 1, 1)), null, List.of())
                        .whyNot()
                        .zh())
                .isEqualTo("示例规定施行期为 2020-01-01 – 2029-12-31,规划条件出具日 2030-01-01 不在其中");
    }

    @Test
    void before_its_first_day_a_pack_is_no_gap_where_the_one_it_succeeds_was_in_force() {
        Pack successor = pack(new MiniRules().replace("p/pack.yaml", "version:", "succeeds: old\nversion:"));
        Dates before = Dates.allOn(LocalDate.of(2019, 12, 31));
        Pack old = named("old", LOCAL, new Validity(null, LocalDate.of(2019, 12, 31)));
        Pack older = named("old", LOCAL, new Validity(null, LocalDate.of(2018, 12, 31)));

        assertThat(PackStandings.use(successor, before, null, List.of(old)).gap())
                .isFalse();
        assertThat(PackStandings.use(successor, before, null, List.of(older)).gap())
                .isTrue();
        assertThat(PackStandings.use(successor, before, null, List.of()).gap()).isTrue();
        Dates after = Dates.allOn(LocalDate.of(2030, 1, 1));
        assertThat(PackStandings.use(successor, after, null, List.of(named("old", LOCAL, Validity.ALWAYS)))
                        .gap())
                .isTrue();
        assertThat(PackStandings.use(successor, DATES, null, List.of()).gap()).isFalse();
    }

    private static Pack named(String id, Pack like, Validity inForce) {
        return new Pack(
                id,
                like.title(),
                like.documentNumber(),
                like.jurisdiction(),
                like.layer(),
                like.datedBy(),
                inForce,
                null,
                like.version(),
                like.sha256(),
                like.notEncoded(),
                like.documents(),
                like.parameters(),
                like.tables(),
                like.texts(),
                like.pages());
    }

    private static boolean inForce(String day) {
        return PackStandings.use(LOCAL, Dates.allOn(LocalDate.parse(day)), null, List.of())
                .inForce();
    }

    @Test
    void the_date_that_dates_a_pack_must_be_stated() {
        Dates without = new Dates(null, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1));

        assertThatThrownBy(() -> PackStandings.use(LOCAL, without, null, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("缺少规划条件出具日")
                .hasMessageContaining("date of the conditions letter");
    }

    @Test
    void only_own_authority_this_stage_and_binding_force_decide() {
        assertThat(apart("应", "自然资源规划", "方案", PackStanding.BINDING)).isEqualTo(Apart.NONE);
        assertThat(apart("应", "自然资源规划", "方案", PackStanding.OPEN)).isEqualTo(Apart.NONE);
        assertThat(apart("应", "自然资源规划", "方案", PackStanding.REFERENCE)).isEqualTo(Apart.ADVICE);
        assertThat(apart("宜", "自然资源规划", "方案", PackStanding.BINDING)).isEqualTo(Apart.ADVICE);
        assertThat(apart("参照", "自然资源规划", "方案", PackStanding.BINDING)).isEqualTo(Apart.ADVICE);
        assertThat(apart("内部口径", "自然资源规划", "方案", PackStanding.BINDING)).isEqualTo(Apart.ADVICE);
        assertThat(apart("强制性条文", "住建(消防)", "方案", PackStanding.BINDING)).isEqualTo(Apart.OTHER_AUTHORITY);
        assertThat(apart("应", "自然资源规划", "施工图", PackStanding.BINDING)).isEqualTo(Apart.LATER_STAGE);
    }

    private static RuleInfo.Apart apart(String force, String authority, String stage, PackStanding standing) {
        MiniRules rules = new MiniRules()
                .replace("p/rules/highest.md", "force: 应", "force: " + force)
                .replace("p/rules/highest.md", "authority: 自然资源规划", "authority: " + authority)
                .replace("p/rules/highest.md", "stage: 方案", "stage: " + stage);
        Profile profile = Profile.read(
                "profiles/test.yaml",
                RuleFiles.text("", rules.byPath().get("profiles/test.yaml"), new ArrayList<>()),
                new ArrayList<>());
        return profile.apart(pack(rules).pages().get(0), standing);
    }
}
