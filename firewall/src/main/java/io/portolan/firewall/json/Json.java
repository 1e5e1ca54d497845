package io.portolan.firewall.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.portolan.firewall.api.FirewallFormatException;
import io.portolan.internal.Excerpts;
import java.util.Optional;

/** A value of JSON that knows where it stands. */
public sealed interface Json {
    /**
     * Returns the line on which the value begins.
     *
     * @return a line, from 1
     */
    int line();

    /**
     * Returns the column at which the value begins.
     *
     * @return a column, from 1
     */
    int column();

    /**
     * Returns what the value is, in words with an article.
     *
     * @return such as {@code the text "x"}
     */
    String description();

    /**
     * Returns an error about this value.
     *
     * @param message what is wrong, and what would be right
     * @return the error, which tells the place
     */
    default FirewallFormatException error(String message) {
        return new FirewallFormatException(line(), column(), message);
    }

    /**
     * Returns this value as an object.
     *
     * @return the object
     * @throws FirewallFormatException if it is another kind of value
     */
    default Obj object() {
        if (this instanceof Obj object) {
            return object;
        }
        throw error("expected an object, but found " + description());
    }

    /**
     * Returns the values of this array.
     *
     * @return the values
     * @throws FirewallFormatException if it is another kind of value
     */
    default ImmutableList<Json> array() {
        if (this instanceof Arr array) {
            return array.values();
        }
        throw error("expected an array, but found " + description());
    }

    /**
     * Returns the characters of this text.
     *
     * @return the text
     * @throws FirewallFormatException if it is another kind of value
     */
    default String text() {
        if (this instanceof Text text) {
            return text.value();
        }
        throw error("expected a text, but found " + description());
    }

    /**
     * Returns this number.
     *
     * @param first the least that is right
     * @param last the greatest that is right
     * @return a whole number between the two
     * @throws FirewallFormatException if it is another kind of value, or not between the two
     */
    default int integer(int first, int last) {
        if (this instanceof Num number) {
            try {
                int value = Integer.parseInt(number.value());
                if (value >= first && value <= last) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below with all else that is no such number
            }
        }
        throw error("expected a whole number " + first + " to " + last + ", but found " + description());
    }

    /**
     * Tells whether this is the value null.
     *
     * @return whether it is
     */
    default boolean isNull() {
        return this instanceof Null;
    }

    /**
     * Keys with values.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param entries the keys with their values, in the order of the text
     */
    record Obj(int line, int column, ImmutableMap<String, Json> entries) implements Json {
        /**
         * Returns the value of a key.
         *
         * @param key a key
         * @return the value, empty if the key is absent or its value null
         */
        public Optional<Json> get(String key) {
            return Optional.ofNullable(entries.get(key)).filter(value -> !value.isNull());
        }

        /**
         * Returns the value of a key that must be there.
         *
         * @param key a key
         * @return the value
         * @throws FirewallFormatException if the key is absent or its value null
         */
        public Json require(String key) {
            return get(key).orElseThrow(() -> error("the object has no " + key + "; expected one"));
        }

        @Override
        public String description() {
            return "an object";
        }
    }

    /**
     * Values in order.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param values the values
     */
    record Arr(int line, int column, ImmutableList<Json> values) implements Json {
        @Override
        public String description() {
            return "an array";
        }
    }

    /**
     * A text.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param value its characters, without quotes and escapes
     */
    record Text(int line, int column, String value) implements Json {
        @Override
        public String description() {
            return "the text " + Excerpts.quote(value);
        }
    }

    /**
     * A number as it is written.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param value its characters
     */
    record Num(int line, int column, String value) implements Json {
        @Override
        public String description() {
            return "the number " + value;
        }
    }

    /**
     * True or false.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     * @param value which of both
     */
    record Bool(int line, int column, boolean value) implements Json {
        @Override
        public String description() {
            return Boolean.toString(value);
        }
    }

    /**
     * Nothing.
     *
     * @param line the line on which it begins, from 1
     * @param column the column at which it begins, from 1
     */
    record Null(int line, int column) implements Json {
        @Override
        public String description() {
            return "null";
        }
    }
}
