@NullMarked
package threadmill.server.delivery;

import org.jspecify.annotations.NullMarked;
