package be.dossierwerk.shared;

import java.util.List;

/**
 * The answer "no" to a person: says in their language what is wrong and what to do.
 * The key names a text in {@code messages/*.properties}; fields name the wrong inputs one by one.
 */
public class Refused extends RuntimeException {

    /** One wrong input: the field as the form or the JSON names it, the text's key and its arguments. */
    public record Field(String name, String key, Object... args) { }

    private final transient Object[] args;
    private final transient List<Field> fields;

    public Refused(String key, Object... args) {
        this(key, List.of(), args);
    }

    public Refused(String key, List<Field> fields, Object... args) {
        super(key);
        this.args = args;
        this.fields = List.copyOf(fields);
    }

    public String key() {
        return getMessage();
    }

    public Object[] args() {
        return args;
    }

    public List<Field> fields() {
        return fields;
    }
}
