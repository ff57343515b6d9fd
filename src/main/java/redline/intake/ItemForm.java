package redline.intake;

import java.util.List;
import redline.scheme.ConditionLine.Item;

/**
 * How a line of one item is written, for those who write conditions files.
 *
 * @param unit of the number, empty for a bare one and for words
 * @param words whether it is bounded by words ({@code oneOf}) instead of a number
 * @param qualifiers keys that narrow it, in the order of the format
 */
public record ItemForm(Item item, String unit, boolean words, List<String> qualifiers) {
    public static ItemForm of(Item item) {
        LineForm form = LineForm.of(item);
        return new ItemForm(
                item,
                form.magnitude() == null ? "" : form.magnitude().unit(),
                form.magnitude() == null,
                LineForm.QUALIFIERS.stream().filter(form.qualifiers()::contains).toList());
    }
}
