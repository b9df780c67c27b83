/// What every thread and core did during a run: captured from the kernel, told by the JVM.
@NullMarked
package threadmill.runner.timeline;

import org.jspecify.annotations.NullMarked;
