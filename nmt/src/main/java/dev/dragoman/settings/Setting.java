package dev.dragoman.settings;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a configuration record: what {@code --help}, errors and the comments
 * of a written file say about it, and the range that a number must keep to.
 *
 * <pre>{@code
 * record TrainingSettings(
 *     @Setting(value = "Stop after this many updates", min = 1, unit = "updates") int maxUpdates,
 *     @Setting(value = "Share of units switched off", min = 0, below = 1) float dropout) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** One line without a full stop: what the setting does. */
  String value();

  /** The smallest value allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest value allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** Values must be larger than this one, which is itself not allowed. */
  double above() default Double.NEGATIVE_INFINITY;

  /** Values must be smaller than this one, which is itself not allowed. */
  double below() default Double.POSITIVE_INFINITY;

  /** What the number counts or measures: "updates", "tokens", "seconds". */
  String unit() default "";

  /** Whether the text names a file to read, so that the command line may look for it. */
  boolean file() default false;
}
