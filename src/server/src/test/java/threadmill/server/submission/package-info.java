@NullMarked
package threadmill.server.submission;

import org.jspecify.annotations.NullMarked;
