/// A small web that answers inside a sandbox, on port 80 of its own loopback network.
@NullMarked
package threadmill.harness.web;

import org.jspecify.annotations.NullMarked;
