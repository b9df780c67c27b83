/// Judging: what decides a grade is computed in a process that never loads student code.
@NullMarked
package threadmill.runner.judge;

import org.jspecify.annotations.NullMarked;
