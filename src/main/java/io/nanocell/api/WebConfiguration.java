package io.nanocell.api;

import io.nanocell.results.DataDirectory;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The parts of the web layer that belong to no single call.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UploadProperties.class)
class WebConfiguration implements WebMvcConfigurer {

    /// Downloads at a time: each holds a database connection for as long as its client takes.
    private static final int DOWNLOADS = 4;

    private static final int WAITING_DOWNLOADS = 32;
    private static final long DOWNLOAD_MILLIS = 3_600_000;

    private final AsyncTaskExecutor downloads = downloads();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new UnknownParameters());
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/swagger-ui.html");
    }

    @Override
    public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
        configurer.setTaskExecutor(downloads).setDefaultTimeout(DOWNLOAD_MILLIS);
    }

    private static AsyncTaskExecutor downloads() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setThreadNamePrefix("download-");
        executor.setCorePoolSize(DOWNLOADS);
        executor.setQueueCapacity(WAITING_DOWNLOADS); // one more is refused as 429
        executor.setDaemon(true);
        executor.initialize();
        return executor;
    }

    @Bean
    static ServerHttpMessageConvertersCustomizer strictJson(ApiJson json) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json.mapper()));
    }

    /// Parts are spooled where `Submissions` keeps them, so that taking one in is a rename. The path is absolute:
    /// Tomcat
    /// puts a relative one below its own temporary directory.
    @Bean
    static MultipartConfigElement multipartConfig(
            UploadProperties upload, @Value("${nanocell.data-dir}") Path dataDirectory) throws IOException {
        long maxBytes = upload.maxSize().toBytes();
        return new MultipartConfigElement(incoming(dataDirectory).toString(), maxBytes, maxBytes, 0);
    }

    @Bean
    static FilterRegistrationBean<UploadSpaceFilter> uploadSpace(@Value("${nanocell.data-dir}") Path dataDirectory)
            throws IOException {
        var registration = new FilterRegistrationBean<>(new UploadSpaceFilter(incoming(dataDirectory)));
        registration.addUrlPatterns("/api/*");
        return registration;
    }

    @Bean
    static FilterRegistrationBean<EtagFilter> etags() {
        var registration = new FilterRegistrationBean<>(new EtagFilter());
        registration.addUrlPatterns("/api/*", "/service-info");
        return registration;
    }

    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    private static Path incoming(Path dataDirectory) throws IOException {
        Path folder =
                DataDirectory.createForOwner(dataDirectory.toAbsolutePath().normalize());
        return Files.createDirectories(folder.resolve("incoming"));
    }
}
