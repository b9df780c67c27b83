/// Whether a run could be taken now.
@NullMarked
package threadmill.server.health;

import org.jspecify.annotations.NullMarked;
