@NullMarked
package threadmill.server.timeline;

import org.jspecify.annotations.NullMarked;
