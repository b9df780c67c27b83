package threadmill.harness.weave;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The public static methods of this class stand in for those of a class of the JDK.
///
/// A method `R name(A, B, Run)` replaces the static method `R name(A, B)` of that class, or else
/// its instance method `R name(B)`, called on an `A`. Its last parameter is the run that calls, so
/// that nothing must be found out by the thread. A method `out(Run)` without a counterpart replaces
/// reading the static field `out`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Replaces {
  Class<?> value();
}
