@NullMarked
package threadmill.server.exercise.statement;

import org.jspecify.annotations.NullMarked;
