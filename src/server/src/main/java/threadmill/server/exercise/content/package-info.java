/// What exercises and courses consist of, read from their folders.
@NullMarked
package threadmill.server.exercise.content;

import org.jspecify.annotations.NullMarked;
