package io.nanocell.results;

import tools.jackson.databind.json.JsonMapper;

/// The JSON of our own columns. It is not the mapper of the web layer: settings made for clients must not change
/// what
/// is stored or how old rows are read.
final class StoredJson {

    static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
