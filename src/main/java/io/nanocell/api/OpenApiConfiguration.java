package io.nanocell.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.webmvc.ui.SwaggerIndexTransformer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.resource.TransformedResource;

/// The documentation of the interface, as OpenAPI 3.1 and as pages to try it out.
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String KEY = "apiKey";

    @Bean
    static OpenAPI openApi(@Value("${spring.application.version:unknown}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title("NanoCell")
                        .version(version)
                        .description("""
                                Names cell types in 10x Xenium sections: upload a section, wait for its job, read the \
                                labelled clusters and all evidence behind them. A cluster that cannot be told stays \
                                "Unresolved".

                                Ids are UUIDs, times ISO 8601 in UTC, lengths µm, fractions 0..1; a missing value is \
                                `null`. Unknown fields and parameters are refused by name. Every error is a problem \
                                document (RFC 9457).""")
                        .license(new License().name("GPL-3.0-or-later").identifier("GPL-3.0-or-later")))
                .tags(List.of(
                        tag("Datasets", "Sections that were uploaded or registered"),
                        tag("Annotation jobs", "Asked for, watched, cancelled, tried again"),
                        tag("Clusters and cells", "The results of a job"),
                        tag(
                                "Inference audit",
                                "What the model did to the labels of a job, and what it would do otherwise"),
                        tag("Marker lists", "Clusters made elsewhere"),
                        tag("Evaluation", "Labels against experts"),
                        tag("Reference", "What labels rest on"),
                        tag("Service", "Who answers here")))
                .components(new Components()
                        .addSecuritySchemes(
                                KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("Needed where the service was started with NANOCELL_API_KEY")))
                .security(List.of(new SecurityRequirement(), new SecurityRequirement().addList(KEY)));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }

    @Bean
    static GlobalOperationCustomizer operationDocumentation() {
        return new OperationDocumentation();
    }

    @Bean
    static OpenApiCustomizer schemaDocumentation() {
        return new SchemaDocumentation();
    }

    /// Swagger UI's start script is ours: where a key is set it asks for it, and keeps it only as long as the page.
    @Bean
    static SwaggerIndexTransformer swaggerStart() throws IOException {
        byte[] script = new ClassPathResource("openapi/swagger-initializer.js").getContentAsByteArray();
        return (_, resource, _) -> "swagger-initializer.js".equals(resource.getFilename())
                ? new TransformedResource(resource, script)
                : resource;
    }
}
