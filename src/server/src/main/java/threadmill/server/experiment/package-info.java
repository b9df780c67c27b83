/// Experiments: one program measured over a matrix of settings, again and again, as one thing.
@NullMarked
package threadmill.server.experiment;

import org.jspecify.annotations.NullMarked;
