/// A run as it is asked for, stored and shown: the REST resource and its socket.
@NullMarked
package threadmill.server.run;

import org.jspecify.annotations.NullMarked;
