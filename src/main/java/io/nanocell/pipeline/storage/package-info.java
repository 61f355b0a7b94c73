/// The files of datasets on disk: spooled below `incoming`, kept below `datasets/<id>`, or left where the lab has
/// them.
/// Imports results.
@NullMarked
package io.nanocell.pipeline.storage;

import org.jspecify.annotations.NullMarked;
