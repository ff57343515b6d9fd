package redline.system;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import redline.casefile.Account;
import redline.casefile.Accounts;
import redline.casefile.AuditLog;

/** Lets in who knows login and password, not too often, and logs it. */
final class Gatekeeper implements AuthenticationProvider {
    private final Accounts accounts;
    private final AuditLog audit;
    private final LoginPace pace;

    Gatekeeper(Accounts accounts, AuditLog audit, LoginPace pace) {
        this.accounts = accounts;
        this.audit = audit;
        this.pace = pace;
    }

    /** Too many were wrong. */
    static final class Paused extends AuthenticationException {
        private final Duration rest;

        Paused(Duration rest) {
            super("too many wrong passwords");
            this.rest = rest;
        }

        /** Begun minutes count. */
        long minutes() {
            return rest.plusSeconds(59).toMinutes();
        }
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails from ? from.getRemoteAddress() : "";
        Account account = enter(asked.getName(), String.valueOf(asked.getCredentials()), address);
        audit.note(account.name(), "login", account.login(), Map.of("address", address));
        return new Entered(
                accounts.standing(account.id()).orElseThrow(() -> new BadCredentialsException("gone in between")));
    }

    /**
     * The account, where the password is right.
     *
     * @throws AuthenticationException where it is not, or too many were not
     */
    Account enter(String login, String password, String address) {
        LoginPace.Answer attempt = pace.attempt(login, address);
        if (!attempt.rest().isZero()) {
            throw new Paused(attempt.rest());
        }
        Optional<Account> account = accounts.enter(login, password);
        if (account.isEmpty()) {
            // What is typed as a login may be a password: only a login that there is goes into the log.
            String about = accounts.byLogin(login.strip().toLowerCase(Locale.ROOT))
                    .map(Account::login)
                    .orElse("-");
            audit.note("system", "login-failed", about, Map.of("address", address));
            if (attempt.last()) {
                audit.note("system", "login-paused", about, Map.of("address", address));
            }
            throw new BadCredentialsException("wrong login or password");
        }
        pace.right(login, address);
        return account.get();
    }
}
