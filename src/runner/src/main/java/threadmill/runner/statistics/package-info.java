/// Estimates from samples: pure functions of numbers.
@NullMarked
package threadmill.runner.statistics;

import org.jspecify.annotations.NullMarked;
