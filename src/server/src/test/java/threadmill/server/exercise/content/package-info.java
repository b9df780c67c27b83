@NullMarked
package threadmill.server.exercise.content;

import org.jspecify.annotations.NullMarked;
