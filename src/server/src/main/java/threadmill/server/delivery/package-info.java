/// Carries queued runs to a runner and brings home what became of them.
@NullMarked
package threadmill.server.delivery;

import org.jspecify.annotations.NullMarked;
