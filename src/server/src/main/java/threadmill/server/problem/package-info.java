/// What went wrong with a request, as `application/problem+json` (RFC 9457).
@NullMarked
package threadmill.server.problem;

import org.jspecify.annotations.NullMarked;
