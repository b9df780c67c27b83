/// What whoever operates the server wants to see of it.
@NullMarked
package threadmill.server.operator;

import org.jspecify.annotations.NullMarked;
