/// Ready-made programs of the playground, each with what it shows and how it ends.
@NullMarked
package threadmill.server.sample;

import org.jspecify.annotations.NullMarked;
