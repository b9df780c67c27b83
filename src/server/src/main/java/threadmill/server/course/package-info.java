/// Courses and who is in them.
@NullMarked
package threadmill.server.course;

import org.jspecify.annotations.NullMarked;
