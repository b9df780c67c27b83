/// What a student's program may use beside the JDK.
@NullMarked
package threadmill.lab;

import org.jspecify.annotations.NullMarked;
