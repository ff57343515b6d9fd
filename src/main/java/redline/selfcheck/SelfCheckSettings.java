package redline.selfcheck;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code redline.selfcheck.*} of the operator.
 *
 * @param profile chosen at first in the form
 * @param workers checks at work at the same time
 * @param queue checks that may wait; one more is sent away with the word to come back
 * @param keep how long a submission and its result are kept
 * @param keepAtMost results kept at the same time; the oldest go first
 */
@ConfigurationProperties("redline.selfcheck")
public record SelfCheckSettings(
        @DefaultValue("tongxiang") String profile,
        @DefaultValue("2") int workers,
        @DefaultValue("20") int queue,
        @DefaultValue("1h") Duration keep,
        @DefaultValue("200") int keepAtMost) {}
