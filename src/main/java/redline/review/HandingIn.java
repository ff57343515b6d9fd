package redline.review;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.intake.bundle.Choices;
import redline.intake.file.Upload;
import redline.screen.ChoicesForm;

/** Whom pages offer to hand in rounds, and what he can say of their files. */
@Component
class HandingIn {
    private static final Set<String> SCHEMES = Set.of("yaml", "yml");

    private final Office office;
    private final CaseFiles files;

    HandingIn(Office office, CaseFiles files) {
        this.office = office;
        this.files = files;
    }

    /** Whether there is something among the files of a round that can be taken for this or that: not in a scheme file. */
    boolean drawn(Round round) {
        return files.ofRound(round.id()).stream().anyMatch(file -> !SCHEMES.contains(Upload.extension(file.name())));
    }

    boolean may(Account me, OfficeCase kase) {
        boolean applicant = me.role() == Role.APPLICANT;
        return office.tables().course().state(kase.state()).rounds()
                && (applicant || me.role() == Role.REVIEWER && Cases.mayWork(me, kase));
    }

    /** An applicant cannot say that there are none of the lines that the office keeps. */
    static List<String> mayBeNone(Account me) {
        return me.role() == Role.APPLICANT ? ChoicesForm.MAY_BE_NONE : Choices.MAY_BE_NONE;
    }

    /** What he says, with what he cannot say as it was said before. */
    static RoundChoices asHeMay(Account me, RoundChoices said, RoundChoices before) {
        List<String> his = mayBeNone(me);
        Set<String> absent = new TreeSet<>(before.choices().absent());
        absent.removeAll(his);
        said.choices().absent().stream().filter(his::contains).forEach(absent::add);
        return new RoundChoices(said.choices().withNone(absent));
    }
}
