@NullMarked
package threadmill.server.exercise.file;

import org.jspecify.annotations.NullMarked;
