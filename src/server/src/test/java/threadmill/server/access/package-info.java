@NullMarked
package threadmill.server.access;

import org.jspecify.annotations.NullMarked;
