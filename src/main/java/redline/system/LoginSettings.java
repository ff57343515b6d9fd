package redline.system;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code redline.login.*} of the operator.
 *
 * @param wrong passwords for one login, before it has to wait
 * @param wrongFromOneAddress for any logins
 * @param pause how long then
 */
@ConfigurationProperties("redline.login")
record LoginSettings(
        @DefaultValue("5") int wrong,
        @DefaultValue("30") int wrongFromOneAddress,
        @DefaultValue("5m") Duration pause) {}
