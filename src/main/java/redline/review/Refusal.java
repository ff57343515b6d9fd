package redline.review;

import java.util.Map;

/**
 * What a page says of a form that was sent from it and not taken, with all that was typed into it.
 *
 * @param form which one of the page, empty where it has one
 * @param field where it stands, empty where it is about the whole
 * @param sentence why, in the visitor's language; empty where nothing was refused
 */
public record Refusal(String form, String field, String sentence, Map<String, String> typed) {
    static final Refusal NONE = new Refusal("", "", "", Map.of());

    public boolean any() {
        return !sentence.isEmpty();
    }

    /** Whether it is about this form. */
    public boolean about(String other) {
        return any() && form.equals(other);
    }

    public boolean at(String other) {
        return any() && field.equals(other);
    }

    /** What was typed into a field of a form, or else what it would hold. */
    public String typed(String other, String name, Object otherwise) {
        String before = about(other) ? typed.get(name) : null;
        return before != null ? before : otherwise == null ? "" : String.valueOf(otherwise);
    }
}
