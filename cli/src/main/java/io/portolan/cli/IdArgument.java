package io.portolan.cli;

import com.google.common.collect.ImmutableMap;
import io.portolan.internal.Nearest;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of several things by its identifier, and lists the identifiers.
 *
 * @param <T> the type of things
 */
abstract class IdArgument<T> implements ITypeConverter<T>, Iterable<String> {
    private final String what;
    private final ImmutableMap<String, T> known;

    /**
     * Starts with the things that there are.
     *
     * @param what what they are, for errors
     * @param values the things, in the order in which they are listed
     * @param id returns the identifier of one
     */
    IdArgument(String what, List<T> values, Function<T, String> id) {
        this.what = what;
        ImmutableMap.Builder<String, T> byId = ImmutableMap.builder();
        values.forEach(value -> byId.put(id.apply(value), value));
        this.known = byId.buildOrThrow();
    }

    @Override
    public final T convert(String text) {
        @Nullable T value = known.get(text);
        if (value == null) {
            throw new TypeConversionException(Nearest.unknown(what, text, known.keySet()));
        }
        return value;
    }

    @Override
    public final Iterator<String> iterator() {
        return known.keySet().iterator();
    }
}
