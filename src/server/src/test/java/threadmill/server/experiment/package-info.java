@NullMarked
package threadmill.server.experiment;

import org.jspecify.annotations.NullMarked;
