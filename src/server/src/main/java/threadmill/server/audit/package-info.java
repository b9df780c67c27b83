/// What administrators and staff did to others.
@NullMarked
package threadmill.server.audit;

import org.jspecify.annotations.NullMarked;
