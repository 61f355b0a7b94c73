package io.nanocell.security;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;

/// Stops the start of a service that others could reach without a key. It runs before any other bean of ours exists,
/// those that start their work ahead included: a service that must not start touches neither disk nor database.
record AccessGuard(Environment environment) implements BeanFactoryPostProcessor, PriorityOrdered {

    /// @throws InvalidApiKeyException if the key is missing where one is needed, or no good
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Access.of(environment);
    }

    /// Last of those that go before all others: the properties of the environment are complete by then.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
