/// The pages of the playground, which anyone may use without an account.
@NullMarked
package threadmill.server.playground;

import org.jspecify.annotations.NullMarked;
