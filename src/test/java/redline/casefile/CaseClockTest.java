package redline.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redline.casefile.CaseClock.Stop;

/** Working days as the reviewer's story counts them (practice §7), with the State Council's holidays of 2026. */
class CaseClockTest {
    private WorkingDays days;

    @BeforeEach
    void calendar() throws IOException {
        days = WorkingDays.of(Files.readString(Path.of("templates", "office", "calendar.csv")));
    }

    private static LocalDate on(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    /** 修改意见 issued on 5 March, answered on the 23rd; 公示 from 26 March to 4 April. */
    private static final CaseClock WUZHEN =
            new CaseClock(on(3, 2), List.of(new Stop(on(3, 6), on(3, 23)), new Stop(on(3, 26), on(4, 4))));

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 0",
        "2026-03-05, 3",
        "2026-03-20, 3",
        "2026-03-23, 3",
        "2026-03-25, 5",
        "2026-04-04, 5",
        "2026-04-06, 5",
        "2026-04-07, 6",
        "2026-04-08, 7"
    })
    void the_story_of_wuzhen_uses_7_of_20_working_days(LocalDate today, int used) {
        assertThat(WUZHEN.used(today, days)).isEqualTo(used);
    }

    @Test
    void the_last_day_follows_from_what_is_left() {
        // 13 days are left after 8 April: 9, 10, 13–17, 20–24 and 27 April.
        assertThat(WUZHEN.due(20, on(4, 8), days)).isEqualTo(on(4, 27));
        assertThat(WUZHEN.due(5, on(4, 8), days)).isEqualTo(on(3, 25));
    }

    @Test
    void a_stop_whose_end_is_known_puts_the_last_day_off_and_one_without_does_not() {
        // On 27 March 15 days are left; the clock runs again after 4 April: 7 to 10, 13 to 17, 20 to 24 and 27 April.
        assertThat(WUZHEN.due(20, on(3, 27), days)).isEqualTo(on(4, 27));
        // 17 days are left after 5 March: 9 to 13, 16 to 20, 23 to 27, 30 and 31 March.
        CaseClock revising = new CaseClock(on(3, 2), List.of(new Stop(on(3, 6), null)));
        assertThat(revising.due(20, on(3, 8), days)).isEqualTo(on(3, 31));
    }

    @Test
    void a_weekend_that_is_worked_counts_and_a_holiday_in_the_week_does_not() {
        assertThat(days.isWorked(on(2, 14))).isTrue();
        assertThat(days.isWorked(on(2, 16))).isFalse();
        assertThat(days.isWorked(on(4, 6))).isFalse();
        assertThat(days.isWorked(on(4, 11))).isFalse();
        assertThat(days.isWorked(on(4, 13))).isTrue();
    }

    @Test
    void a_year_without_a_calendar_is_told() {
        assertThat(days.unknown(LocalDate.of(2025, 12, 1), LocalDate.of(2027, 1, 5)))
                .containsExactly(Year.of(2025), Year.of(2027));
    }

    @Test
    void a_line_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> WorkingDays.of("from,to,kind,name,source\n2026-13-01,2026-13-02,holiday,x,y"))
                .hasMessage("2: 2026-13-01");
        assertThatThrownBy(() -> WorkingDays.of("from,to,kind,name,source\n\n2026-01-01,2026-01-02,free,x,y"))
                .hasMessageStartingWith("3: ");
    }
}
