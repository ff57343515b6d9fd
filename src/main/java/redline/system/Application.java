package redline.system;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import redline.exchange.Exchange;
import redline.rulepack.RuleLibrary;
import redline.selfcheck.CheckDesk;
import redline.selfcheck.SelfCheckSettings;
import redline.upload.RuleShelf;
import redline.upload.UploadRoom;

/** All parts of the pages, put together. */
@SpringBootConfiguration
// Boot's own locks would stand before the self-check, too; the office has its own (Office).
@EnableAutoConfiguration(
        exclude = {
            SecurityAutoConfiguration.class,
            ServletWebSecurityAutoConfiguration.class,
            SecurityFilterAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@EnableScheduling
@EnableConfigurationProperties({SelfCheckSettings.class, DoorSettings.class, LoginSettings.class, OfficeSettings.class})
@ComponentScan({"redline.system", "redline.selfcheck"})
public class Application {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return SystemClock.utc();
    }

    @Bean
    RuleShelf ruleShelf(@Value("${redline.rules:}") String folder) {
        return new RuleShelf(() -> folder.isEmpty() ? RuleLibrary.bundled() : RuleLibrary.open(Path.of(folder)));
    }

    @Bean
    UploadRoom uploadRoom(SelfCheckSettings settings) {
        return settings.room();
    }

    /** What the server puts aside of a form while it comes in lies where the files will lie, and goes as they go. */
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties multipart, UploadRoom room) {
        multipart.setLocation(room.folder().toString());
        return multipart.createMultipartConfig();
    }

    @Bean
    CheckDesk checkDesk(SelfCheckSettings settings, RuleShelf rules, Clock clock, Exchange exchange) {
        return new CheckDesk(settings, rules, clock, exchange.signs());
    }

    /** The pages ask it whether there is anybody to exchange with. */
    @Bean("exchange")
    Exchange exchange(@Value("${redline.exchange.folder:}") String folder) throws IOException {
        return folder.isEmpty() ? Exchange.NONE : Exchange.open(Path.of(folder));
    }

    /** Rules take seconds to compile; the pages are there before. */
    @Bean
    RulePreparation rulePreparation(RuleShelf rules) {
        return new RulePreparation(rules);
    }

    @Bean
    Forgetting forgetting(CheckDesk desk) {
        return new Forgetting(desk);
    }

    record RulePreparation(RuleShelf rules) {
        @EventListener(ApplicationReadyEvent.class)
        void prepare() {
            Thread beside = new Thread(rules::prepare, "rules");
            beside.setDaemon(true);
            beside.start();
        }
    }

    record Forgetting(CheckDesk desk) {
        @Scheduled(fixedDelay = 60_000)
        void sweep() {
            desk.forget();
        }
    }
}
