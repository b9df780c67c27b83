/// What the tests of an exercise use to call a student's code, which lives in a JVM of its own.
@NullMarked
package threadmill.judge;

import org.jspecify.annotations.NullMarked;
