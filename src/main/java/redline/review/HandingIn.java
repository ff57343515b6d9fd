package redline.review;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.CaseFiles;
import redline.casefile.Cases;
import redline.casefile.Office;
import redline.casefile.OfficeCase;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.RoundChoices;
import redline.casefile.Rounds;
import redline.intake.bundle.Choices;
import redline.intake.file.Upload;
import redline.screen.ChoicesForm;

/** Who may hand in rounds, what he can say of their files, and the handing in. */
@Component
class HandingIn {
    private static final Set<String> SCHEMES = Set.of("yaml", "yml");

    private final Office office;
    private final CaseFiles files;
    private final Rounds rounds;
    private final SentPackages packages;

    HandingIn(Office office, CaseFiles files, Rounds rounds, SentPackages packages) {
        this.office = office;
        this.files = files;
        this.rounds = rounds;
        this.packages = packages;
    }

    /**
     * Hands in what was sent: a package with what was said at its self-check, other files with what is said here.
     *
     * @param said asked where no package was sent
     */
    Round submit(Account me, OfficeCase kase, List<SentFile> sent, LocalDate day, Supplier<RoundChoices> said)
            throws IOException {
        try (ArrivedPackage pack = packages.open(me, kase.number(), sent).orElse(null)) {
            return pack != null
                    ? rounds.submit(me, kase.id(), pack.files(), day, pack.choices(me), pack.pack())
                    : rounds.submit(me, kase.id(), sent, day, asHeMay(me, said.get(), RoundChoices.NONE));
        }
    }

    /** Whether there is something among the files of a round that can be taken for this or that: not in a scheme file. */
    boolean drawn(Round round) {
        return files.ofRound(round.id()).stream().anyMatch(file -> !SCHEMES.contains(Upload.extension(file.name())));
    }

    boolean may(Account me, OfficeCase kase) {
        return office.tables().course().state(kase.state()).rounds() && Cases.mayHandIn(me, kase);
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
