package redline.review;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.OfficeCase;
import redline.casefile.Round;
import redline.casefile.Rounds;

/** Finds cases and rounds for those who may see them; for all others there is none. */
@Component
class RoundDoor {
    private final Cases cases;
    private final Rounds rounds;

    RoundDoor(Cases cases, Rounds rounds) {
        this.cases = cases;
        this.rounds = rounds;
    }

    OfficeCase kase(Account who, String number) {
        return cases.byNumber(number).filter(kase -> Cases.maySee(who, kase)).orElseThrow(RoundDoor::none);
    }

    /** The case by its id, of something that belongs to it. */
    OfficeCase caseOf(Account who, String caseId) {
        return cases.byId(caseId).filter(kase -> Cases.maySee(who, kase)).orElseThrow(RoundDoor::none);
    }

    RoundSeen round(Account who, String roundId) {
        Round round = rounds.byId(roundId).orElseThrow(RoundDoor::none);
        return new RoundSeen(who, caseOf(who, round.caseId()), round);
    }

    RoundSeen round(Account who, String number, int round) {
        OfficeCase kase = kase(who, number);
        return new RoundSeen(who, kase, rounds.byNumber(kase.id(), round).orElseThrow(RoundDoor::none));
    }

    static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
