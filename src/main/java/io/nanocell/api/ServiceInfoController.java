package io.nanocell.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who answers here, in the form that GA4GH clients and registries read.
@Tag(name = "Service")
@RestController
class ServiceInfoController {

    private final ServiceInfo info;

    ServiceInfoController(@Value("${spring.application.version:unknown}") String version) {
        info = new ServiceInfo(
                "io.nanocell.annotator",
                "NanoCell",
                new ServiceInfo.ServiceType("io.nanocell", "cell-type-annotation", "v1"),
                "Names cell types in 10x Xenium sections, and says how sure that is",
                new ServiceInfo.Organization("NanoCell", "about:blank"),
                "/swagger-ui.html",
                "prod",
                version);
    }

    @Operation(
            operationId = "getServiceInfo",
            summary = "Who answers here",
            description = "GA4GH service info: name, version, documentation. Also at /service-info.")
    @GetMapping(
            path = {"/api/v1/service-info", "/service-info"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    ServiceInfo show() {
        return info;
    }
}
