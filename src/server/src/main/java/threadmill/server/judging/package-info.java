/// Judgings: their queue, what carries them out, and what came of them.
@NullMarked
package threadmill.server.judging;

import org.jspecify.annotations.NullMarked;
