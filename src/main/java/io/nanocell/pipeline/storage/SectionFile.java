package io.nanocell.pipeline.storage;

import java.nio.file.Path;

/// A file that a section consists of.
///
/// @param role "bundle", "matrix", "cells", "experiment", "panel" or "clusters"
/// @param name as the caller called it: shown, never used as a path
/// @param file where it lies now
public record SectionFile(String role, String name, Path file) {}
