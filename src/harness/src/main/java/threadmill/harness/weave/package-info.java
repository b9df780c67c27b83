/// Makes class files of a stranger fit to run beside those of others: [Check] refuses what is
/// shared, [Weave] makes what is left stoppable and its own. Pure functions over class files.
@NullMarked
package threadmill.harness.weave;

import org.jspecify.annotations.NullMarked;
