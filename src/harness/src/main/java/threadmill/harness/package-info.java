/// Main of the child JVM: receives classes, runs them, reports what it sees from inside.
@NullMarked
package threadmill.harness;

import org.jspecify.annotations.NullMarked;
