package redline.system;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import redline.casefile.Account;
import redline.casefile.Accounts.Standing;

/** One who has logged in, with the seal of the password that was right then. */
final class Entered extends AbstractAuthenticationToken {
    private final transient Standing standing;

    Entered(Standing standing) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + standing.account().role())));
        this.standing = standing;
        setAuthenticated(true);
    }

    Standing standing() {
        return standing;
    }

    @Override
    public Account getPrincipal() {
        return standing.account();
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return standing.account().login();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entered entered && standing.equals(entered.standing);
    }

    @Override
    public int hashCode() {
        return standing.hashCode();
    }
}
