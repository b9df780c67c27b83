@NullMarked
package threadmill.server.exercise.yaml;

import org.jspecify.annotations.NullMarked;
