package io.nanocell.results;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdScalarSerializer;

/// The JSON of our own columns. It is not the mapper of the web layer: settings made for clients must not change
/// what
/// is stored or how old rows are read.
///
/// A NUL in a text, which `jsonb` refuses, becomes U+FFFD: a warning or failure that quotes a hostile file must
/// not fail
/// to be stored. Clients' texts are refused before, see [StorableText].
final class StoredJson {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule("storable").addSerializer(String.class, new Storable()))
            .build();

    private StoredJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static final class Storable extends StdScalarSerializer<String> {

        Storable() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator json, SerializationContext context) {
            json.writeString(StorableText.replacingNul(text));
        }
    }
}
