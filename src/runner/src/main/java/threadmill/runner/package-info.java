/// Compiles, sandboxes, supervises and records runs; knows nothing of the web.
@NullMarked
package threadmill.runner;

import org.jspecify.annotations.NullMarked;
