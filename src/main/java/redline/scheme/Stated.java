package redline.scheme;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import redline.quantity.Quantity;
import redline.quantity.Unit;

/**
 * What a component of an {@link Element} holds: its name in words, the unit it is written in, the words it may take, and the
 * quantity that is measured by stating it. Intake, facts and measures are all made from this one line (docs/adr/0006).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Stated {
    String zh();

    String en();

    /** Of a number that is no measure; a measure has the unit of its quantity. */
    Unit unit() default Unit.NONE;

    /** Whether the number may lie below nought. */
    boolean signed() default false;

    /** The quantity of which this is the reading, at most one. */
    Quantity[] measures() default {};

    /** The only words that the text may be; none = any text. */
    String[] words() default {};
}
