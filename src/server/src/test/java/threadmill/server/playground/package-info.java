@NullMarked
package threadmill.server.playground;

import org.jspecify.annotations.NullMarked;
