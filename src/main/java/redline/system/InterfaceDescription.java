package redline.system;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the interface (OpenAPI) says of all of it: what it is, and how a program shows who it works for. */
@Configuration(proxyBeanMethods = false)
@WhereOffice
class InterfaceDescription {
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("红线 Redline")
                        .version("v1")
                        .description("方案自查和审查办公的接口。审查办公的接口须带密钥。 / Self-check and office for programs;"
                                + " those of the office ask for a key."))
                .components(new Components()
                        .addSecuritySchemes(
                                "key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("/office/keys")));
    }
}
