/// What several modules' tests share: examples of evidence, a stand-in for Ollama, the whole service with a client for
/// it. Imports evidence, reference, pipeline and simulation.
@NullMarked
package io.nanocell.testing;

import org.jspecify.annotations.NullMarked;
