package redline.policy;

import java.time.LocalDate;
import redline.rulepack.Catalogue;

/** Whether a pack is in force on a day; each has its word in {@code office.properties}. */
enum Standing {
    COMING("waits"),
    IN_FORCE("open"),
    ENDED("ended");

    private final String style;

    Standing(String style) {
        this.style = style;
    }

    /** Class of it in the style sheet. */
    String style() {
        return style;
    }

    static Standing of(Catalogue.PackEntry pack, LocalDate day) {
        if (pack.from() != null && day.isBefore(pack.from())) {
            return COMING;
        }
        return pack.to() != null && day.isAfter(pack.to()) ? ENDED : IN_FORCE;
    }
}
