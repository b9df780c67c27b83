/// What the tests of the server share.
@NullMarked
package threadmill.server;

import org.jspecify.annotations.NullMarked;
