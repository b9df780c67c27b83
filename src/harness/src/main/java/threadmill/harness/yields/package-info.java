/// What classes call that [threadmill.harness.weave.Yields] has woven. It is exported to them, so
/// nothing else may be public here.
@NullMarked
package threadmill.harness.yields;

import org.jspecify.annotations.NullMarked;
