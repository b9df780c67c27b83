/// Main of the JVM that runs an exercise's tests, which never loads a student's code.
@NullMarked
package threadmill.grader;

import org.jspecify.annotations.NullMarked;
