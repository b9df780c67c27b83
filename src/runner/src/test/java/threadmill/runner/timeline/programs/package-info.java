/// Programs that tests record; each runs in a JVM of its own.
@NullMarked
package threadmill.runner.timeline.programs;

import org.jspecify.annotations.NullMarked;
