@NullMarked
package threadmill.server.run;

import org.jspecify.annotations.NullMarked;
