package redline.review;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.Cases;
import redline.casefile.OfficeCase;
import redline.casefile.Round;
import redline.casefile.Rounds;

/** Cases and rounds as addresses name them, for those who may see them; to all others there are none. */
@Component
class CaseDesk {
    private final Cases cases;
    private final Rounds rounds;

    CaseDesk(Cases cases, Rounds rounds) {
        this.cases = cases;
        this.rounds = rounds;
    }

    /** @throws ResponseStatusException 404 where there is no such case, or it is not for these eyes */
    OfficeCase find(Account me, String number) {
        return cases.byNumber(number).filter(kase -> Cases.maySee(me, kase)).orElseThrow(CaseDesk::nothing);
    }

    /** @throws ResponseStatusException 404 where the case has no such round */
    Round round(OfficeCase kase, int number) {
        return rounds.byNumber(kase.id(), number).orElseThrow(CaseDesk::nothing);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
