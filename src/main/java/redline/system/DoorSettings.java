package redline.system;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code redline.door.*} of the operator.
 *
 * @param submissions that one address may send within {@code within}
 */
@ConfigurationProperties("redline.door")
record DoorSettings(
        @DefaultValue("60") int submissions,
        @DefaultValue("10m") Duration within) {}
