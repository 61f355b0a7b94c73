/// What several modules' tests share: examples of evidence and a stand-in for Ollama. Imports
/// evidence and reference.
@NullMarked
package io.nanocell.testing;

import org.jspecify.annotations.NullMarked;
