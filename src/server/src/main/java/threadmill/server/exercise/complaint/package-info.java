/// What has to change in files that others wrote.
@NullMarked
package threadmill.server.exercise.complaint;

import org.jspecify.annotations.NullMarked;
