package redline.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A clock that stands at ten in the morning of a day, office time, until it is set to another day. */
final class OfficeDay extends Clock {
    private LocalDate day;

    OfficeDay(LocalDate day) {
        this.day = day;
    }

    void set(LocalDate next) {
        day = next;
    }

    @Override
    public Instant instant() {
        return day.atTime(LocalTime.of(10, 0)).atZone(Office.ZONE).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return Office.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
