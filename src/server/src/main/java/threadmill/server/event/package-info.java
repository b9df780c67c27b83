/// The journal of a run: numbered events, stored before anybody sees them.
@NullMarked
package threadmill.server.event;

import org.jspecify.annotations.NullMarked;
