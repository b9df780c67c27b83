@NullMarked
package threadmill.server.comparison;

import org.jspecify.annotations.NullMarked;
