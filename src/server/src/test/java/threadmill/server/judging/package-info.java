@NullMarked
package threadmill.server.judging;

import org.jspecify.annotations.NullMarked;
