/// Defaults and maxima of a run, as the operator set them.
@NullMarked
package threadmill.server.settings;

import org.jspecify.annotations.NullMarked;
