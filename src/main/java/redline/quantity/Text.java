package redline.quantity;

import java.util.Objects;

/** A text in both languages of the product; Chinese is the text of record. */
public record Text(String zh, String en) {
    public Text {
        Objects.requireNonNull(zh);
        Objects.requireNonNull(en);
    }

    /** A name or number that reads the same in both languages. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
