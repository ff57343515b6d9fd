package redline.system;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import redline.casefile.Accounts;
import redline.casefile.ApiKeys;
import redline.casefile.Store;

/** The office: its store, its accounts, its pages, and the door before them. The self-check beside it has no door. */
@Configuration(proxyBeanMethods = false)
@WhereOffice
@EnableWebSecurity
@ComponentScan({"redline.review", "redline.policy"})
class OfficeDoor {
    /** After the filters that hold for all pages. */
    private static final int AFTER_THE_OTHERS = 10;

    @Bean
    Store store(OfficeSettings settings, Clock clock) throws IOException {
        return Store.open(settings.store(), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Accounts accounts(Store store, Clock clock) {
        return new Accounts(store, clock);
    }

    @Bean
    LoginPace loginPace(LoginSettings settings, Clock clock) {
        return new LoginPace(settings, clock);
    }

    @Bean
    Gatekeeper gatekeeper(Accounts accounts, Store store, LoginPace pace) {
        return new Gatekeeper(accounts, store.audit(), pace);
    }

    /** What belongs to somebody (a case) is looked at once more by the page that shows it. */
    @Bean
    SecurityFilterChain door(HttpSecurity http, Gatekeeper gatekeeper, Accounts accounts) throws Exception {
        return http.securityMatcher("/office/**")
                // Not as a provider: Spring Security would ask it a second time, as the parent of itself.
                .authenticationManager(new ProviderManager(gatekeeper))
                .authorizeHttpRequests(WhoMay::askForPages)
                .formLogin(form -> form.loginPage("/office/login")
                        .usernameParameter("login")
                        .defaultSuccessUrl("/office")
                        .failureHandler(Refusing::login))
                .logout(out -> out.logoutUrl("/office/logout").logoutSuccessUrl("/office/login?out"))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(Refusing::anonymous).accessDeniedHandler(Refusing::denied))
                .addFilterBefore(new Welcome(accounts), AuthorizationFilter.class)
                // Written for every page, of the office or not, by SecurityHeaders.
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Programs bring a key with every request; there is no session that a foreign page could ride on. */
    @Bean
    SecurityFilterChain programDoor(HttpSecurity http, ApiKeys keys, Accounts accounts) throws Exception {
        return http.securityMatcher("/api/office/**")
                .authorizeHttpRequests(WhoMay::askByProgram)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint((request, response, why) -> KeyDoor.ask(request, response)))
                .addFilterBefore(new KeyDoor(keys, accounts), AuthorizationFilter.class)
                .headers(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    DelegatingFilterProxyRegistrationBean doorFilter() {
        DelegatingFilterProxyRegistrationBean door =
                new DelegatingFilterProxyRegistrationBean("springSecurityFilterChain");
        door.setOrder(AFTER_THE_OTHERS);
        door.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
        return door;
    }

    @Bean
    SecurityObservationSettings fewFigures() {
        return SecurityObservationSettings.noObservations();
    }
}
