/// The few Linux calls and `/proc` files that recording needs, by FFM and without native code of
/// our own. x86-64 only.
@NullMarked
package threadmill.runner.kernel;

import org.jspecify.annotations.NullMarked;
