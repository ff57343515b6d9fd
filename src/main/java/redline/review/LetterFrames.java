package redline.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import redline.casefile.Letters;
import redline.casefile.Store;

/** The register, and the one opening that its pages need: a letter's page holds its scan in a frame. */
@Configuration(proxyBeanMethods = false)
class LetterFrames implements WebMvcConfigurer {
    @Bean
    Letters letters(Store store, Clock clock) {
        return new Letters(store, clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        String policy = response.getHeader("Content-Security-Policy");
                        if (policy != null) {
                            response.setHeader("Content-Security-Policy", policy + "; frame-src 'self'");
                        }
                        return true;
                    }
                })
                .addPathPatterns(
                        "/office/letters/*",
                        "/office/letters/*/edit",
                        "/office/letters/*/confirm",
                        "/office/letters/*/change",
                        "/office/letters/*/scan");
    }
}
