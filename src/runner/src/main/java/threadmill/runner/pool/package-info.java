/// Child JVMs that runs share: kept for long, supervised from outside, replaced when one is
/// damaged.
@NullMarked
package threadmill.runner.pool;

import org.jspecify.annotations.NullMarked;
