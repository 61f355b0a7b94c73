package io.nanocell.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of one upload.
///
/// @param maxSize Largest upload that is accepted, all its files together.
@ConfigurationProperties("nanocell.upload")
record UploadProperties(@DefaultValue("20GB") DataSize maxSize) {}
