package redline.review;

import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import redline.casefile.Account;
import redline.casefile.OfficeCase;

/** Finds rounds for those who may see their cases; for all others there is none. */
@Component
class RoundDoor {
    private final CaseDesk desk;

    RoundDoor(CaseDesk desk) {
        this.desk = desk;
    }

    RoundSeen round(Account who, String number, int round) {
        OfficeCase kase = desk.find(who, number);
        return new RoundSeen(who, kase, desk.round(kase, round));
    }

    static ResponseStatusException none() {
        return CaseDesk.nothing();
    }
}
