@NullMarked
package threadmill.server.operator;

import org.jspecify.annotations.NullMarked;
