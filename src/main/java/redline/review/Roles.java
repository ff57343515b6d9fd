package redline.review;

import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import redline.casefile.Account;
import redline.casefile.Role;

/** What is asked of a role before anything is looked up, so that an answer tells nothing of cases. */
final class Roles {
    private Roles() {}

    /** @throws AccessDeniedException where the account has another role */
    static void only(Account who, Role... roles) {
        if (!List.of(roles).contains(who.role())) {
            throw new AccessDeniedException("not for " + who.role());
        }
    }
}
