/// YAML read strictly, with the line and the path of every key for what is said about it.
@NullMarked
package threadmill.server.exercise.yaml;

import org.jspecify.annotations.NullMarked;
