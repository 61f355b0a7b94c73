package io.nanocell.pipeline;

import io.nanocell.reference.Ahead;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/// Reads the reference data on a thread of its own, while web server, database and Hibernate come up on the main one.
///
/// It begins when this is made, and that is before every other bean of ours because it is a post-processor of their
/// factory; it changes none of them. The bean [Knowledge] waits for the end: what needs the data never sees half of
/// them, and an error stops the start.
final class ReferenceAhead implements BeanFactoryPostProcessor {

    private final Ahead<Knowledge> reading;

    /// @param folder of the official files; blank: the shipped tables
    /// @param without names of the sources to leave out, by comma
    ReferenceAhead(String folder, String without) {
        this.reading = new Ahead<>("reference", () -> ReferenceConfiguration.knowledge(folder, without));
    }

    /// Waits for the data.
    ///
    /// @throws io.nanocell.reference.UnreadableReferenceException naming the file that is there and cannot be read
    Knowledge get() {
        return reading.get();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        // nothing: see above
    }
}
