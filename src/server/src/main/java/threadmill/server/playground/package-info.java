/// The pages of the playground and its experiments, which anyone may use without an account.
@NullMarked
package threadmill.server.playground;

import org.jspecify.annotations.NullMarked;
