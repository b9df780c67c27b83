/// Estimates, comparisons and laws of scaling: pure functions of numbers, which know nothing of
/// runs.
@NullMarked
package threadmill.server.statistics;

import org.jspecify.annotations.NullMarked;
