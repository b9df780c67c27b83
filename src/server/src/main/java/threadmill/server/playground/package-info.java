/// The pages of the playground, its experiments and comparisons, which anyone may use without an
/// account.
@NullMarked
package threadmill.server.playground;

import org.jspecify.annotations.NullMarked;
