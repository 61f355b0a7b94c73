/// Speaks to an Ollama server through Spring AI; the only package of the science modules that knows Spring. The
/// shapes and statuses it expects are those of Ollama 0.24's `/api/chat` and `/api/tags`. Imports inference.
@NullMarked
package io.nanocell.inference.ollama;

import org.jspecify.annotations.NullMarked;
