/// Child JVMs that run programs: started before they are needed, used once.
@NullMarked
package threadmill.runner.child;

import org.jspecify.annotations.NullMarked;
