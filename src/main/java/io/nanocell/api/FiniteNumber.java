package io.nanocell.api;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON has no NaN: a figure that is not defined (the silhouette of a single domain) is a missing value, so `null`.
final class FiniteNumber extends StdSerializer<Double> {

    FiniteNumber() {
        super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
        if (Double.isFinite(value)) {
            generator.writeNumber(value.doubleValue());
        } else {
            generator.writeNull();
        }
    }
}
