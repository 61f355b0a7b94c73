package io.nanocell.ingest.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The number types that writers of 10x matrices use. Every value is read as a double: exact up to 2⁵³, far
/// beyond any valid index or count.
enum NumberKind {
    INT8 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.get(i);
        }
    },
    UINT8 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return Byte.toUnsignedInt(bytes.get(i));
        }
    },
    INT16 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.getShort(i * Short.BYTES);
        }
    },
    UINT16 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return Short.toUnsignedInt(bytes.getShort(i * Short.BYTES));
        }
    },
    INT32 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.getInt(i * Integer.BYTES);
        }
    },
    UINT32 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return Integer.toUnsignedLong(bytes.getInt(i * Integer.BYTES));
        }
    },
    INT64 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.getLong(i * Long.BYTES);
        }
    },
    UINT64 {
        @Override
        double read(ByteBuffer bytes, int i) {
            long value = bytes.getLong(i * Long.BYTES);
            return value >= 0 ? value : value + 0x1p64;
        }
    },
    FLOAT32 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.getFloat(i * Float.BYTES);
        }
    },
    FLOAT64 {
        @Override
        double read(ByteBuffer bytes, int i) {
            return bytes.getDouble(i * Double.BYTES);
        }
    };

    /// @param i index of the number in the buffer, whose byte order is set
    abstract double read(ByteBuffer bytes, int i);

    /// @return empty for types that are no such number
    static Optional<NumberKind> of(DataType type) {
        return switch (type) {
            case FixedPoint whole
            when whole.getBitOffset() == 0 && whole.getBitPrecision() == 8 * type.getSize() ->
                switch (type.getSize()) {
                    case 1 -> Optional.of(whole.isSigned() ? INT8 : UINT8);
                    case 2 -> Optional.of(whole.isSigned() ? INT16 : UINT16);
                    case 4 -> Optional.of(whole.isSigned() ? INT32 : UINT32);
                    case 8 -> Optional.of(whole.isSigned() ? INT64 : UINT64);
                    default -> Optional.empty();
                };
            case FloatingPoint real ->
                switch (real.getSize()) {
                    case 4 -> Optional.of(FLOAT32);
                    case 8 -> Optional.of(FLOAT64);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }
}
