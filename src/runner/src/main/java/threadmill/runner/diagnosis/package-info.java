/// Why a program is slow, concluded from its timeline by pure functions.
@NullMarked
package threadmill.runner.diagnosis;

import org.jspecify.annotations.NullMarked;
