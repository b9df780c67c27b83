/// Real attempts to break out of a sandbox, made at every start.
@NullMarked
package threadmill.runner.sandbox.escape;

import org.jspecify.annotations.NullMarked;
