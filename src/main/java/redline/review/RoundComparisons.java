package redline.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.Judging;
import redline.casefile.Judgings;
import redline.casefile.OfficeCase;
import redline.casefile.Results;
import redline.casefile.Role;
import redline.casefile.Round;
import redline.casefile.Rounds;
import redline.check.CheckResult;
import redline.check.Comparison;

/** Holds a judged round against those before it, or against the scheme that was approved. */
@Component
class RoundComparisons {
    static final String APPROVED = "approved";

    private final Cases cases;
    private final Rounds rounds;
    private final Judgings judgings;
    private final Results results;

    RoundComparisons(Cases cases, Rounds rounds, Judgings judgings, Results results) {
        this.cases = cases;
        this.rounds = rounds;
        this.judgings = judgings;
        this.results = results;
    }

    /**
     * A round that another can be held against.
     *
     * @param code as the address has it: its number, {@code case/number} for one of the pre-review, or {@link #APPROVED}
     * @param number of its case
     */
    record Other(String code, String number, boolean own, Round round) {}

    /** @param again whether the earlier one was judged once more by the present rules, because they differ */
    record Held(CheckResult earlier, CheckResult present, Comparison comparison, boolean again) {}

    /** Those that there are, oldest first, the approved scheme last. */
    List<Other> others(RoundSeen seen) {
        List<Other> others = new ArrayList<>();
        OfficeCase kase = seen.kase();
        other(seen.who(), kase.inherits())
                .ifPresent(earlier -> judged(earlier)
                        .forEach(round -> others.add(
                                new Other(earlier.number() + "/" + round.number(), earlier.number(), false, round))));
        judged(kase).stream()
                .filter(round -> round.number() < seen.round().number())
                .forEach(round -> others.add(new Other(String.valueOf(round.number()), kase.number(), true, round)));
        other(seen.who(), kase.approved())
                .flatMap(approved ->
                        rounds.judged(approved.id()).map(round -> new Other(APPROVED, approved.number(), false, round)))
                .ifPresent(others::add);
        return List.copyOf(others);
    }

    private Optional<OfficeCase> other(Account who, String id) {
        return id == null ? Optional.empty() : cases.byId(id).filter(kase -> Cases.maySee(who, kase));
    }

    private List<Round> judged(OfficeCase kase) {
        return rounds.of(kase.id()).stream()
                .filter(round -> round.judging() != null)
                .toList();
    }

    /** What the round is held against unless another is asked for: the one before, else the approved scheme. */
    static Optional<Other> usual(List<Other> others) {
        return others.stream()
                .filter(other -> !other.code().equals(APPROVED))
                .reduce((first, second) -> second)
                .or(() -> others.stream().findFirst());
    }

    Held hold(RoundSeen seen, List<Other> others, Other against) {
        List<Round> earlier = against.code().equals(APPROVED)
                ? List.of(against.round())
                : others.subList(0, others.indexOf(against) + 1).stream()
                        .map(Other::round)
                        .toList();
        return hold(seen.who(), earlier, seen.round());
    }

    /** @param earlier oldest first; the last is the one that is compared with */
    Held hold(Account who, List<Round> earlier, Round round) {
        Judging present = judging(round);
        Judging last = judging(earlier.get(earlier.size() - 1));
        List<CheckResult> before = earlier.stream()
                .map(one -> shown(who, results.of(judging(one)).result()))
                .toList();
        CheckResult now = shown(who, results.of(present).result());
        boolean same = last.rulesHash().equals(present.rulesHash())
                && last.profile().equals(present.profile())
                && last.settings().equals(present.settings());
        CheckResult again = same ? null : shown(who, results.under(last, present));
        return new Held(before.get(before.size() - 1), now, Comparison.of(before, now, again), !same);
    }

    private Judging judging(Round round) {
        return judgings.of(round).orElseThrow(RoundDoor::none);
    }

    private static CheckResult shown(Account who, CheckResult result) {
        return who.role() == Role.APPLICANT ? ApplicantsView.of(result) : result;
    }
}
