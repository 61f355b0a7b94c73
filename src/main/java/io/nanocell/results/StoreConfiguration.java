package io.nanocell.results;

import org.hibernate.cfg.MappingSettings;
import org.hibernate.type.format.jackson.Jackson3JsonFormatMapper;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Settings of the store that are no matter of taste.
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {

    @Bean
    HibernatePropertiesCustomizer storedJson() {
        var format = new Jackson3JsonFormatMapper(StoredJson.MAPPER);
        return properties -> properties.put(MappingSettings.JSON_FORMAT_MAPPER, format);
    }
}
