/// Who asks, and what they may do: the one place that decides.
@NullMarked
package threadmill.server.access;

import org.jspecify.annotations.NullMarked;
