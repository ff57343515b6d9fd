package redline.remedy;

import java.math.BigDecimal;
import redline.quantity.Quantity;
import redline.quantity.Text;
import redline.quantity.Unit;
import redline.scheme.Subject;

/** One thing about a scheme that is made different. */
public sealed interface Change {
    /**
     * A building is moved as it stands, with its windows and what stands on it.
     *
     * @param east along the drawing's x axis, m, whole centimetres; negative to the west
     * @param north along its y axis
     */
    record Move(String building, Text name, BigDecimal east, BigDecimal north) implements Change {
        /** How far, m. */
        public double distance() {
            return Math.hypot(east.doubleValue(), north.doubleValue());
        }
    }

    /**
     * A building is made lower: everything of it that is higher than its new top.
     *
     * @param metres > 0
     * @param storeys as many of its uppermost storeys as are lost at least; null where their heights are not stated
     */
    record Lower(String building, Text name, BigDecimal metres, Integer storeys) implements Change {}

    /**
     * One figure is made smaller or greater, all others as they are.
     *
     * @param amount in {@code unit}, m² for a ratio of areas; negative is less
     */
    record Amount(Quantity quantity, Subject subject, BigDecimal amount, Unit unit) implements Change {}
}
