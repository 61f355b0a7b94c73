package io.nanocell.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Limits of one upload.
///
/// @param maxSize Largest upload that is accepted, all its files together.
/// @param reserve Space of the disk that stays free whatever is uploaded; the database lies there too.
@ConfigurationProperties("nanocell.upload")
record UploadProperties(
        @DefaultValue("20GB") DataSize maxSize,
        @DefaultValue("1GB") DataSize reserve) {}
