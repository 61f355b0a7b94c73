package io.nanocell.results;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.jpa.test.autoconfigure.AutoConfigureDataJpa;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/// This module alone, on a database. No `@Configuration`, so that no other scan finds it.
@AutoConfigurationPackage
@AutoConfigureDataJpa
@ImportAutoConfiguration(PersistenceExceptionTranslationAutoConfiguration.class) // as in the service
@ComponentScan
public class StoreConfigurationForTests {}
