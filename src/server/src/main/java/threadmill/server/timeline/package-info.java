/// Stored timelines, and their export to other viewers.
@NullMarked
package threadmill.server.timeline;

import org.jspecify.annotations.NullMarked;
