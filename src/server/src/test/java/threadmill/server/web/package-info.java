@NullMarked
package threadmill.server.web;

import org.jspecify.annotations.NullMarked;
