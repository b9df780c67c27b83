@NullMarked
package threadmill.server.event;

import org.jspecify.annotations.NullMarked;
