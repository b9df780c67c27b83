/// Between the lab and where a program runs: what a host provides, and the processes of a process
/// pool.
@NullMarked
package threadmill.lab.host;

import org.jspecify.annotations.NullMarked;
