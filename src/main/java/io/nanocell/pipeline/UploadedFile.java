package io.nanocell.pipeline;

import java.nio.file.Path;

/// A part of an upload, spooled below `data/incoming`.
///
/// @param role "bundle", "matrix", "cells", "experiment", "panel" or "clusters"
/// @param clientName the caller's file name: shown, never used as a path
/// @param file where it was spooled; moved on success, deleted on refusal
public record UploadedFile(String role, String clientName, Path file) {}
