package io.nanocell.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A body that may be larger than the others, see [BodyLimit].
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@interface LargeBody {

    /// Most MiB.
    int value();
}
