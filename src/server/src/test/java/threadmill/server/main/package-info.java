@NullMarked
package threadmill.server.main;

import org.jspecify.annotations.NullMarked;
