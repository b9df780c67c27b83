/// Copies all that a server keeps to one file, and back.
@NullMarked
package threadmill.server.backup;

import org.jspecify.annotations.NullMarked;
