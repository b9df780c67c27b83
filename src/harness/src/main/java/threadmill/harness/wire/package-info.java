/// The frames between a runner and a sandbox's harness.
@NullMarked
package threadmill.harness.wire;

import org.jspecify.annotations.NullMarked;
