/// How values look in JSON.
@NullMarked
package threadmill.server.wire;

import org.jspecify.annotations.NullMarked;
