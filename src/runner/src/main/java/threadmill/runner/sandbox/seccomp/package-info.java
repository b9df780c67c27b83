/// Which system calls a sandbox may make: a table, and the program for the kernel that is made of
/// it.
@NullMarked
package threadmill.runner.sandbox.seccomp;

import org.jspecify.annotations.NullMarked;
