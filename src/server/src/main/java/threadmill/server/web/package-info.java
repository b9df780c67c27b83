/// What every HTTP request passes: where it may come from.
@NullMarked
package threadmill.server.web;

import org.jspecify.annotations.NullMarked;
