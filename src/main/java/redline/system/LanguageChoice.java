package redline.system;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Chinese, unless the visitor chose English: by {@code ?lang=en} once, then by a cookie that holds nothing else; a program by its Accept-Language. */
@Configuration(proxyBeanMethods = false)
class LanguageChoice implements WebMvcConfigurer {
    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver cookie = new CookieLocaleResolver("lang");
        cookie.setDefaultLocaleFunction(LanguageChoice::unchosen);
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        return cookie;
    }

    /** Programs keep no cookie, they say it with each request. */
    private static Locale unchosen(HttpServletRequest request) {
        String asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        boolean said = request.getHeader("Accept-Language") != null
                && request.getLocale().getLanguage().equals("en");
        return said && asked.startsWith(request.getContextPath() + "/api/") ? Locale.ENGLISH : Locale.CHINESE;
    }

    @Bean
    MessageSource messageSource() {
        ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
        words.setBasenames("classpath:templates/web/words", "classpath:templates/web/office");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        words.setDefaultLocale(Locale.CHINESE);
        return words;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor parameter = new LocaleChangeInterceptor();
        parameter.setParamName("lang");
        parameter.setIgnoreInvalidLocale(true);
        registry.addInterceptor(parameter);
    }
}
