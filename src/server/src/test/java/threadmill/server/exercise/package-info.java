@NullMarked
package threadmill.server.exercise;

import org.jspecify.annotations.NullMarked;
