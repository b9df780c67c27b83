/// javac in a sandboxed process of its own, asked over pipes.
@NullMarked
package threadmill.runner.compile;

import org.jspecify.annotations.NullMarked;
