@NullMarked
package threadmill.server.course;

import org.jspecify.annotations.NullMarked;
