package redline.intake.building;

import java.util.List;

/** A value in a STEP physical file (ISO 10303-21). */
sealed interface StepValue {

    record Text(String text) implements StepValue {}

    /** As written. */
    record Number(String digits) implements StepValue {}

    record Reference(int id) implements StepValue {}

    /** {@code .METRE.} without its dots. */
    record Symbol(String name) implements StepValue {}

    record Many(List<StepValue> values) implements StepValue {}

    /** {@code IFCAREAMEASURE(12.5)}. */
    record Typed(String type, List<StepValue> values) implements StepValue {}

    /** {@code $} and {@code *}, and what is nothing of the above. */
    record None() implements StepValue {}
}
