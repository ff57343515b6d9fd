package redline.review;

import org.springframework.stereotype.Component;
import redline.casefile.Accounts;
import redline.casefile.Cases;
import redline.casefile.ClockReading;
import redline.casefile.Letters;
import redline.casefile.OfficeCase;
import redline.casefile.RegisteredLetter;

/** What stands above every page of a case; asked by the fragment {@code case :: head} as {@code @caseHead}. */
@Component("caseHead")
public class CaseHead {
    private final Cases cases;
    private final Accounts accounts;
    private final Letters letters;
    private final CaseWords words;

    CaseHead(Cases cases, Accounts accounts, Letters letters, CaseWords words) {
        this.cases = cases;
        this.accounts = accounts;
        this.letters = letters;
        this.words = words;
    }

    public ClockReading clock(OfficeCase kase) {
        return cases.clock(kase);
    }

    /** Working days of the clock: "7 / 20 工作日"; empty where none runs. */
    public String clockWords(ClockReading clock) {
        if (!clock.runs() && !clock.stopped() && clock.used() == 0) {
            return "";
        }
        return clock.period() == null
                ? words.say("clock.days", String.valueOf(clock.used()))
                : words.say("clock.of", String.valueOf(clock.used()), String.valueOf(clock.period()));
    }

    /** Name of an account, empty for none. */
    public String name(String id) {
        return id == null
                ? ""
                : accounts.byId(id).map(account -> account.name()).orElse("");
    }

    /** Number of the conditions in the register, or its title; empty where the conditions come with the scheme. */
    public String letter(OfficeCase kase) {
        return kase.letter() == null
                ? ""
                : letters.byId(kase.letter())
                        .map(RegisteredLetter::entry)
                        .map(entry -> entry.number().isEmpty() ? entry.title() : entry.number())
                        .orElse("");
    }

    /** Number of a case, empty for none. */
    public String number(String id) {
        return id == null ? "" : cases.byId(id).map(OfficeCase::number).orElse("");
    }
}
